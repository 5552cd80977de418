import { z } from "zod";
import { TLP_LABELS } from "@/lib/domain/facts";
import type { EvidenceDraft } from "@/lib/domain/record";
import { RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";
import { choice, day, is, line, many, month, optional, paragraph, uuid, wholeNumber } from "@/lib/platform/fields";

export const MAX_EVIDENCE = 10;
const MAX_NUMBER = 100_000;
const CODE = /^[a-z][a-zA-Z0-9.-]{0,99}$/;
const code = () => line(100).regex(CODE, { error: is("notAChoice") });

const SCHEME = /^([a-z][a-z0-9+.-]*):(.*)$/is;
const RUNS_OR_READS = ["javascript", "data", "vbscript", "file", "blob", "about", "mailto", "ftp"];

/** A ticket may hold a colon (SOC:204); what begins like an address is one, and then must be http(s). */
const looksLikeAddress = (text: string) => {
  const [, scheme = "", rest = ""] = SCHEME.exec(text) ?? [];
  return rest.startsWith("//") || RUNS_OR_READS.includes(scheme.toLowerCase());
};

const addressFault = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return is("linkNotHttp");
  return url.username !== "" || url.password !== "" ? is("linkWithPassword") : null;
};

const evidenceEntry = line(2000)
  .superRefine((text, context) => {
    const message = looksLikeAddress(text) ? addressFault(text) : text.length > 200 ? is("ticketTooLong") : null;
    if (message) context.addIssue({ code: "custom", message });
  })
  .transform((value): EvidenceDraft => ({ kind: looksLikeAddress(value) ? "link" : "ticket", value }));

/** Links and ticket numbers, one a line. The same twice is one. */
const evidence = () =>
  z.preprocess(
    (input) =>
      typeof input === "string"
        ? [...new Set(input.split("\n").map((each) => each.trim()))].filter((each) => each !== "")
        : (input ?? []),
    z.array(evidenceEntry).max(MAX_EVIDENCE, { error: is("tooMany") }),
  );

const supervision = () =>
  choice(["1", "2", "3", "4", "5"]).transform((text) => SUPERVISIONS.find((each) => String(each) === text) ?? 1);

const number = () => wholeNumber(0, MAX_NUMBER);

/** A criterion of an enrolment, as one value of a form: `<enrolment id>:<criterion code>`. */
export const claimKeyOf = (enrolmentId: string, criterionCode: string) => `${enrolmentId}:${criterionCode}`;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const claimKey = () => line(200).regex(new RegExp(`^${UUID}:[a-z][a-zA-Z0-9.-]{0,99}$`), { error: is("notAChoice") });
const partKey = () =>
  line(300).regex(new RegExp(`^${UUID}:[a-z][a-zA-Z0-9.-]{0,99}:[a-zA-Z0-9-]{1,100}$`), { error: is("notAChoice") });

function claimsOf(keys: readonly string[], parts: readonly string[]) {
  return [...new Set(keys)].map((key) => {
    const [enrolmentId = "", criterionCode = ""] = key.split(":");
    const shown = parts.filter((part) => part.startsWith(`${key}:`)).map((part) => part.slice(key.length + 1));
    return { enrolmentId, criterionCode, parts: [...new Set(shown)] };
  });
}

/** What a form of a record holds; other forms that make a record take their fields from here. */
export const recordFacts = {
  happenedOn: day(),
  kind: choice(RECORD_KINDS),
  title: line(200),
  did: optional(paragraph()),
  learned: optional(paragraph()),
  supervision: optional(supervision()),
  mentorPresentId: optional(uuid()),
  mentorPresentName: optional(line(200)),
  tlp: choice(TLP_LABELS),
  incidentRef: optional(line(200)),
  periodCovered: optional(month()),
  subCase: optional(code()),
  judged: optional(number()),
  right: optional(number()),
  technique: optional(code()),
  readingItem: optional(code()),
  evidence: evidence(),
  claims: many(claimKey()),
  parts: many(partKey(), 500),
};

/** Boxes of criteria and parts, as the claims that they mean. */
export const withClaims = <T extends { claims: readonly string[]; parts: readonly string[] }>({
  claims,
  parts,
  ...rest
}: T) => ({
  ...rest,
  claims: claimsOf(claims, parts),
});

/** Where the form leads once it is done: back where the person was, or on to the next record. */
const way = { next: optional(choice(["another"])), from: optional(line(500)) };

export const recordForm = z.object({ onceKey: uuid(), ...way, ...recordFacts }).transform(withClaims);

export const correctionForm = z.object({ onceKey: uuid(), recordId: uuid(), ...recordFacts }).transform(withClaims);

const TITLE_LENGTH = 60;

/** The first sentence or line, as far as it fits into a title. */
export function titleFrom(text: string): string {
  const [first = ""] = text.split(/(?<=。)|\n|(?<=[.!?])\s/u);
  const sentence = first.replaceAll("\t", " ").trim().replace(/。$/, "");
  const characters = [...sentence];
  return characters.length <= TITLE_LENGTH ? sentence : `${characters.slice(0, TITLE_LENGTH - 1).join("")}…`;
}

/** 今日の実績: one text and the criteria; day and kind are filled in by the command. */
export const quickLog = z
  .object({
    onceKey: uuid(),
    text: paragraph(),
    claims: many(claimKey()),
    supervision: recordFacts.supervision,
    periodCovered: recordFacts.periodCovered,
    judged: recordFacts.judged,
    right: recordFacts.right,
    mentorPresentId: recordFacts.mentorPresentId,
    incidentRef: recordFacts.incidentRef,
  })
  .transform(({ text, claims, ...rest }) => ({
    ...rest,
    ...titled(text),
    happenedOn: null,
    kind: null,
    learned: null,
    mentorPresentName: null,
    tlp: "AMBER" as const,
    subCase: null,
    technique: null,
    readingItem: null,
    evidence: [],
    claims: claimsOf(claims, []),
  }));

const titled = (text: string) => {
  const title = titleFrom(text);
  return { title, did: title === text.replace(/。$/, "") ? null : text };
};

export const recordKey = z.object({ recordId: uuid() });
export type RecordKey = z.output<typeof recordKey>;

export const newClaim = z
  .object({ recordId: uuid(), claim: claimKey(), parts: many(partKey(), 100) })
  .transform(({ recordId, claim, parts }) => ({ recordId, wishes: claimsOf([claim], parts) }));
export type NewClaim = z.output<typeof newClaim>;

export const claimToWithdraw = z.object({ claimId: uuid() });
export type ClaimToWithdraw = z.output<typeof claimToWithdraw>;

/** One draft a form: a new record, the quick log, or the correction of one record. */
export const DRAFT_OF_RECORD = "record";
export const DRAFT_OF_QUICK_LOG = "quick";
export const draftOfCorrection = (recordId: string) => `record:${recordId}`;

const MAX_DRAFT = 60_000;
const formKey = () =>
  line(60).regex(new RegExp(`^(${DRAFT_OF_RECORD}|${DRAFT_OF_QUICK_LOG}|record:${UUID})$`), { error: is("wrongType") });

/** What a form holds, as it will be shown again. */
const formValues = z.record(z.string().max(100), z.array(z.string().max(20_000)).max(600));

export const draft = z.object({
  formKey: formKey(),
  values: z
    .string()
    .max(MAX_DRAFT, { error: is("tooLong") })
    .transform((text, context) => {
      const parsed = formValues.safeParse(parsedJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: "custom", message: is("wrongType") });
      return z.NEVER;
    }),
});
export type DraftForm = z.output<typeof draft>;
export type DraftValues = z.output<typeof formValues>;

/** A stored draft, or nothing where it is not one. */
export const draftValues = (stored: unknown): DraftValues | null => formValues.safeParse(stored).data ?? null;

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a record of the list is: sent back comes before waiting, waiting before verified. */
export const RECORD_STATES = ["waiting", "verified", "sentBack", "unclaimed", "old"] as const;
export type RecordState = (typeof RECORD_STATES)[number];

/** What the address of the list says; anything unreadable falls back to the records that stand. */
export const recordFilter = z.object({
  kind: optional(choice(RECORD_KINDS)).catch(null),
  state: optional(choice(RECORD_STATES)).catch(null),
  search: optional(line(100))
    .catch(null)
    .transform((text) => text ?? ""),
  page: wholeNumber(1, 100_000).catch(1),
});
export type RecordFilter = z.output<typeof recordFilter>;

/** The criterion that is about to be added to a record, in the address of its page. */
export const claimAsked = claimKey().nullable().catch(null);
