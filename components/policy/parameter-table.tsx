import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Passage } from "@/components/ui/passage";
import { SectionHeading } from "@/components/ui/section-heading";
import type { PolicyDefinition } from "@/lib/content/schema";
import { formatDay } from "@/lib/platform/format";
import { inWords, type PolicyWords, policyWords, valueWords } from "./policy-words";
import { type SettingSeen, WhoSet } from "./who-set";

export type ParameterRow = {
  definition: PolicyDefinition;
  value: unknown;
  isDefault: boolean;
  holding: SettingSeen | null;
  upcoming: readonly SettingSeen[];
};
type Props = { id: string; title: string; rows: readonly ParameterRow[]; maySet: boolean };

/** The values of one role group, by STEP: what holds, what comes, whose decision it was, and what the source says. */
export async function ParameterTable({ id, title, rows, maySet }: Props) {
  const words = await policyWords();
  const { t, locale } = words;
  const act = t(maySet ? "change" : "see");
  return (
    <section className="sec">
      <SectionHeading id={id} end={t("count", { count: rows.length })}>
        {title}
      </SectionHeading>
      <LedgerTable
        caption={t("caption", { group: title })}
        className="parameters"
        rows={rows.toSorted((a, b) => (a.definition.step ?? 0) - (b.definition.step ?? 0))}
        rowKey={({ definition }) => definition.code}
        columns={[
          {
            id: "step",
            head: "STEP",
            cell: ({ definition }) => definition.step !== null && t("step", { step: definition.step }),
          },
          { id: "title", head: t("parameter"), isRowHead: true, cell: (row) => <Title row={row} words={words} /> },
          { id: "value", head: t("value"), cell: (row) => <ValueNow row={row} words={words} /> },
          { id: "upcoming", head: t("upcoming"), cell: (row) => <Upcoming row={row} words={words} /> },
          { id: "by", head: t("by"), cell: ({ holding }) => holding && <WhoSet setting={holding} /> },
          {
            id: "act",
            head: <span className="vh">{act}</span>,
            cell: ({ definition }) => (
              <Link href={`/policy/${definition.code}`} aria-label={`${act} ${inWords(definition.title, locale)}`}>
                {act}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}

type CellProps = { row: ParameterRow; words: PolicyWords };

/** The name, and under it the place and the words of the source. */
function Title({ row: { definition }, words: { t, locale } }: CellProps) {
  const { sourceTerm, usedBy, origin, title } = definition;
  const said =
    sourceTerm === null ? t(origin === "platform" ? "ours" : "silent") : t("sourceTerm", { term: sourceTerm });
  return (
    <>
      {inWords(title, locale)}
      <span className="below">
        <Passage text={[...usedBy, said].join(" ")} />
      </span>
    </>
  );
}

function ValueNow({ row: { definition, value, isDefault }, words }: CellProps) {
  const { t } = words;
  const usual = valueWords(definition, definition.default, words);
  return (
    <>
      <b>{valueWords(definition, value, words)}</b>
      <span className="below">
        {isDefault
          ? t(definition.defaultIsOurs ? "isOurDefault" : "isDefaultOfSource")
          : t(definition.defaultIsOurs ? "default" : "defaultOfSource", { value: usual })}
      </span>
    </>
  );
}

function Upcoming({ row: { definition, upcoming }, words }: CellProps) {
  return upcoming.map(({ id, holdsFrom, value }) => (
    <p key={id}>
      <b>{valueWords(definition, value, words)}</b>{" "}
      {words.t("set", { day: formatDay(holdsFrom, words.locale, { weekday: true }) })}
    </p>
  ));
}
