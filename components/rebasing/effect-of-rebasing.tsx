import { getLocale } from "next-intl/server";
import { valuesInWords } from "@/components/policy/policy-words";
import { Badge } from "@/components/ui/badge";
import { LedgerTable } from "@/components/ui/ledger-table";
import { Note } from "@/components/ui/note";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { type CriterionShift, holdsUpRequest, type RebasingEffect } from "@/lib/domain/rebasing";
import { formatDay, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Props = {
  name: string;
  place: string;
  openedOn: string | null;
  effect: RebasingEffect | null;
  words: CurriculumWords;
};

/** What re-basing does to one person's STEP: values, then criteria, then a request that waits. */
export async function EffectOfRebasing({ name, place, openedOn, effect, words }: Props) {
  const [t, locale] = await Promise.all([getTranslations("rebasing"), getLocale() as Promise<Locale>]);
  const opened = openedOn === null ? undefined : t("openedOn", { day: formatDay(openedOn, locale) });
  if (!effect || effect.values.length === 0) {
    return (
      <section className="sec">
        <SectionHeading note={place}>{name}</SectionHeading>
        <p className="hint">{t("noChange")}</p>
      </section>
    );
  }
  return (
    <section className="sec">
      <SectionHeading note={place} end={opened}>
        {name}
      </SectionHeading>
      <Values name={name} effect={effect} words={words} />
      {effect.shifts.length === 0 ? (
        <p className="hint">{t("noShift")}</p>
      ) : (
        <Shifts name={name} effect={effect} words={words} />
      )}
      {effect.hasOpenRequest && (
        <Note tone={holdsUpRequest(effect) ? "back" : "wait"}>
          {t(holdsUpRequest(effect) ? "requestHeld" : "request")}
        </Note>
      )}
    </section>
  );
}

type TableProps = { name: string; effect: RebasingEffect; words: CurriculumWords };

async function Values({ name, effect, words }: TableProps) {
  const t = await getTranslations("rebasing");
  const say = await valuesInWords(words);
  return (
    <LedgerTable
      caption={t("valuesCaption", { name })}
      className="before-after"
      rows={effect.values}
      rowKey={({ code }) => code}
      columns={[
        {
          id: "parameter",
          head: t("parameter"),
          isRowHead: true,
          cell: ({ code }) => words.policy(code)?.title ?? code,
        },
        { id: "before", head: t("before"), cell: ({ code, before }) => say(code, before) },
        { id: "after", head: t("after"), cell: ({ code, after }) => <b>{say(code, after)}</b> },
      ]}
    />
  );
}

async function Shifts({ name, effect, words }: TableProps) {
  const t = await getTranslations("rebasing");
  const said = ({ met, have, need }: CriterionShift["before"]) =>
    `${t("reached", { have, need })} ${t(met ? "met" : "unmet")}`;
  return (
    <LedgerTable
      caption={t("shiftsCaption", { name })}
      className="before-after"
      rows={effect.shifts}
      rowKey={({ criterionCode }) => criterionCode}
      columns={[
        {
          id: "criterion",
          head: t("criterion"),
          isRowHead: true,
          cell: ({ criterionCode }) => words.title(criterionCode),
        },
        { id: "before", head: t("before"), cell: ({ before }) => said(before) },
        { id: "after", head: t("after"), cell: ({ after }) => said(after) },
        { id: "flip", head: t("flip"), cell: (shift) => <Flip shift={shift} /> },
      ]}
    />
  );
}

async function Flip({ shift: { flip, after } }: { shift: CriterionShift }) {
  const t = await getTranslations("rebasing");
  if (flip === null) return t("stays", { met: String(after.met) });
  return flip === "toMet" ? (
    <Badge state="done">{t("flipToMet")}</Badge>
  ) : (
    <Badge state="back">{t("flipToUnmet")}</Badge>
  );
}
