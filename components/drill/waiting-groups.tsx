import { sceneName } from "@/components/event/event-facts";
import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { OCCASIONS, type Occasion } from "@/lib/domain/occasion-wait";
import type { WaitingGroup } from "@/lib/drill/schema";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { groups: readonly WaitingGroup[]; words: CurriculumWords };

/** Who waits for what, so that one drill can be planned for all of them. */
export function WaitingGroups({ groups, words }: Props) {
  const shown = OCCASIONS.map((occasion) => ({ occasion, own: groups.filter((each) => each.occasion === occasion) }));
  return shown.map(
    ({ occasion, own }) =>
      own.length > 0 && <Occasions key={occasion} occasion={occasion} groups={own} words={words} />,
  );
}

function Occasions({ occasion, groups, words }: Props & { occasion: Occasion }) {
  const t = useTranslations("drills.waiting");
  const note = { drill: null, exercise: null, incident: t("incidentNote"), judgement: t("judgementNote") }[occasion];
  const rowKey = ({ code }: WaitingGroup) => code;
  const shown = [
    ...columns(words, t),
    ...(occasion === "drill" || occasion === "exercise" ? [planning(words, t)] : []),
  ];
  return (
    <section className="sec">
      <SectionHeading note={note}>{t(occasion)}</SectionHeading>
      <LedgerTable caption={t(occasion)} rows={groups} rowKey={rowKey} columns={shown} />
    </section>
  );
}

type WaitingWords = ReturnType<typeof useTranslations<"drills.waiting">>;
type Column = LedgerColumn<WaitingGroup>;

const nameOf = ({ code, occasion }: WaitingGroup, words: CurriculumWords) =>
  occasion === "drill" ? sceneName(code, words) : words.title(code);

const columns = (words: CurriculumWords, t: WaitingWords): Column[] => [
  { id: "what", head: t("what"), isRowHead: true, cell: (group) => nameOf(group, words) },
  { id: "people", head: t("people"), cell: (group) => <People group={group} words={words} /> },
];

const planning = (words: CurriculumWords, t: WaitingWords): Column => ({
  id: "plan",
  head: <span className="vh">{t("plan")}</span>,
  cell: (group) => (
    <Link href={planHref(group)} aria-label={t("planLabel", { title: nameOf(group, words) })}>
      {t("plan")}
    </Link>
  ),
});

function People({ group: { people }, words }: { group: WaitingGroup; words: CurriculumWords }) {
  return (
    <ul className="waiting-people">
      {people.map((person) => (
        <li key={person.id}>
          <Link href={`/trainees/${person.id}/${person.enrolmentId}/${person.step}`}>
            {formatName(person, words.locale)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The plan of a drill for everybody who waits here. */
function planHref({ code, occasion, people }: WaitingGroup) {
  const wanted = occasion === "drill" ? [["scene", code]] : [["kind", "exercise"]];
  return `/drills/new?${new URLSearchParams([...wanted, ...people.map(({ id }) => ["person", id])])}`;
}
