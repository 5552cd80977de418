import { supervisionOptions } from "@/components/training/supervision-options";
import { Badge } from "@/components/ui/badge";
import { type LedgerColumn, LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { EventPartSeen, EventRecord, ProposalSeen } from "@/lib/event/schema";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = { parts: readonly EventPartSeen[]; words: CurriculumWords };

/** Who took part, what they did, and what became of the record that was proposed to them. */
export function EventPeople({ parts, words }: Props) {
  const t = useTranslations("sharedEvents.page");
  const rowKey = ({ person }: EventPartSeen) => person.id;
  return (
    <section className="sec">
      <SectionHeading>{t("people")}</SectionHeading>
      <LedgerTable caption={t("peopleCaption")} rows={parts} rowKey={rowKey} columns={columns(words, t)} />
    </section>
  );
}

type PageWords = ReturnType<typeof useTranslations<"sharedEvents.page">>;

const columns = (words: CurriculumWords, t: PageWords): LedgerColumn<EventPartSeen>[] => [
  { id: "person", head: t("person"), isRowHead: true, cell: ({ person }) => formatName(person, words.locale) },
  { id: "did", head: t("did"), className: "did-text", cell: ({ did }) => did || "–" },
  { id: "level", head: t("level"), cell: (part) => <Level part={part} words={words} /> },
  {
    id: "record",
    head: t("record"),
    cell: ({ proposals }) => (
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.proposalId}>
            <Answer proposal={proposal} words={words} />
          </li>
        ))}
      </ul>
    ),
  },
];

function Level({ part: { supervision, mentor }, words }: { part: EventPartSeen; words: CurriculumWords }) {
  const t = useTranslations("sharedEvents.page");
  const r = useTranslations("records.form");
  const level = supervisionOptions(r).find(({ value }) => value === String(supervision))?.label;
  const said = [level, mentor && t("withMentor", { name: formatName(mentor, words.locale) })].filter(Boolean);
  return said.length === 0 ? "–" : said.join(words.locale === "ja" ? "、" : ", ");
}

function Answer({ proposal, words }: { proposal: ProposalSeen; words: CurriculumWords }) {
  const t = useTranslations("sharedEvents.page");
  const { state, declineReason, record, subCase } = proposal;
  const scene = subCase === null ? "" : `${words.subCase(subCase)} `;
  if (state === "open") return <Badge state="open">{`${scene}${t("open")}`}</Badge>;
  if (state === "declined") {
    return (
      <Badge state="back">
        {scene + (declineReason ? t("declinedWhy", { reason: declineReason }) : t("declined"))}
      </Badge>
    );
  }
  return record ? <RecordState record={record} scene={scene} /> : <Badge state="done">{scene + t("confirmed")}</Badge>;
}

const BADGES = { verified: "done", waiting: "waiting", sentBack: "back" } as const;

/** What waits comes before what was sent back, and that before what is verified. */
function RecordState({ record, scene }: { record: EventRecord; scene: string }) {
  const t = useTranslations("sharedEvents.page");
  if (record.isWithdrawn) return <Badge state="back">{scene + t("withdrawn")}</Badge>;
  const states = (["waiting", "sentBack", "verified"] as const).filter((state) =>
    record.claims.some((claim) => claim.state === state),
  );
  const [state] = states;
  return state === undefined ? (
    <Badge state="done">{scene + t("noClaims")}</Badge>
  ) : (
    <Badge state={BADGES[state]}>{scene + t(state)}</Badge>
  );
}
