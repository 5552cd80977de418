import type { Paper, PaperBlock, PaperFacts } from "@/lib/paper/schema";
import { formatInstant, formatName } from "@/lib/platform/format";
import { changeTable, localTable, mentorTable } from "./change-part";
import { judgementTable, opinionTable } from "./decision-part";
import { educationTable, logTable } from "./log-part";
import { metTable, proofTable } from "./met-part";
import { openTable } from "./open-part";
import { enrolmentTable, personFacts } from "./person-part";
import type { RecordSeen } from "./record-seen";
import type { TablePart } from "./record-table";
import { dayIn, type RecordWords, shortDigest } from "./record-words";
import { returnTable } from "./return-part";
import { requestTable, stepTable } from "./step-part";

/** Who prints it, and when. */
export type Printed = {
  readonly by: Parameters<typeof formatName>[0];
  readonly at: Date;
  readonly organisation: { readonly nameJa: string; readonly nameEn: string };
};

const TABLES: readonly TablePart[] = [
  enrolmentTable,
  stepTable,
  openTable,
  metTable,
  requestTable,
  judgementTable,
  opinionTable,
  returnTable,
  changeTable,
  localTable,
  mentorTable,
  educationTable,
  logTable,
  proofTable,
];

/** 育成台帳: the one account that the page and the PDF are made from. Sections without a row are named in one line. */
export function trainingRecordPaper(seen: RecordSeen, worded: RecordWords, printed: Printed): Paper {
  const { t, locale } = worded;
  const tables = TABLES.map((table) => table(seen, worded));
  const told = tables.filter(({ rows }) => rows.length > 0);
  const untold = tables.filter(({ rows }) => rows.length === 0).map(({ title }) => title);
  const blocks: PaperBlock[] = [personFacts(seen, worded, untold), ...told, proofFacts(seen, worded)];
  return {
    locale,
    title: t("of", { name: formatName(seen.person, locale) }),
    sub: t("sub", spanOf(seen, worded)),
    seals: [t("seals.trainee"), t("seals.mentor"), t("seals.manager")],
    blocks: blocks.map((block, number) =>
      block.title === null ? block : { ...block, title: t("section", { number, title: block.title }) },
    ),
    foot: footOf(seen, worded, printed),
  };
}

function spanOf(seen: RecordSeen, worded: RecordWords) {
  const { enrolments, records, today } = seen;
  const days = [...enrolments.map(({ training }) => training.enrolledOn), ...records.map((each) => each.happenedOn)];
  const editions = [...new Set(enrolments.map(({ curriculum }) => shortDigest(curriculum.digest, 8)))];
  return {
    edition: editions.join(", "),
    from: dayIn(worded, days.toSorted()[0] ?? today),
    to: dayIn(worded, today),
  };
}

function footOf({ person }: RecordSeen, { t, locale }: RecordWords, { by, at, organisation }: Printed): Paper["foot"] {
  const name = formatName(person, locale);
  const { employeeNumber: number } = person;
  return {
    left: t("foot.left", {
      organisation: locale === "ja" ? organisation.nameJa : organisation.nameEn,
      person: number === null ? name : t("foot.numbered", { name, number }),
    }),
    middle: t("foot.middle", { at: formatInstant(at, locale), by: formatName(by, locale) }),
    page: (page, pages) => t("foot.page", { page: String(page), pages: String(pages) }),
  };
}

/** What ties this paper to the audit trail. */
function proofFacts({ proof, enrolments }: RecordSeen, { t, locale }: RecordWords): PaperFacts {
  const { events, hash, checkpoint } = proof;
  const editions = [...new Set(enrolments.map(({ curriculum }) => curriculum.digest))];
  const signed = checkpoint
    ? t("proof.checkpointOf", {
        size: String(checkpoint.size),
        at: formatInstant(checkpoint.checkpointedAt, locale),
        key: checkpoint.keyId,
        root: checkpoint.root,
      })
    : t("proof.noCheckpoint");
  return {
    kind: "facts",
    id: "proof",
    title: t("proof.title"),
    facts: [
      { label: t("proof.end"), value: t("proof.endOf", { events: String(events), hash: shortDigest(hash, 64) }) },
      { label: t("proof.checkpoint"), value: signed },
      { label: t("proof.editions"), value: editions.join("\n") },
      { label: t("proof.how"), value: t("proof.howText") },
    ],
  };
}
