import type { PlainDay } from "./calendar";
import type { RecordKind } from "./rule";
import type { TrailFault } from "./trail-fault";

/** An event of the audit trail as it was written; the hash in hexadecimal. */
export type WrittenEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly body: string;
  readonly hash: string;
};

/** What the chain hashed, and the hash: all as text, so that nothing of it is lost on the way. */
export type EventFields = {
  readonly seq: number;
  /** UTC, with microseconds. */
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** A shared event or a planned drill as an auditor may know it: never by its title, which is a text. */
type Occasion = {
  readonly kind: "event" | "drill";
  readonly of: RecordKind;
  readonly on: PlainDay;
};

/** What the ids of events stand for today. */
export type NamesFound = {
  readonly people: ReadonlyMap<string, { readonly name: string; readonly latinName: string }>;
  readonly teams: ReadonlyMap<string, { readonly nameJa: string; readonly nameEn: string }>;
  readonly enrolments: ReadonlyMap<string, { readonly roleGroupCode: string | null }>;
  readonly occasions: ReadonlyMap<string, Occasion>;
};

/** Who or what an event is about, as far as the database still knows. */
export type Party =
  | { readonly kind: "system" }
  | { readonly kind: "person"; readonly id: string; readonly name: string; readonly latinName: string }
  | { readonly kind: "team"; readonly nameJa: string; readonly nameEn: string }
  | (Occasion & { readonly id: string })
  | { readonly kind: "other"; readonly id: string };

/** What of an event's body is told in words. */
export type EventDetail =
  | { readonly kind: "step"; readonly step: number }
  | { readonly kind: "roleGroup"; readonly code: string | null }
  | { readonly kind: "team"; readonly nameJa: string; readonly nameEn: string }
  | { readonly kind: "criterion"; readonly code: string }
  | { readonly kind: "capacity"; readonly code: string }
  | (Occasion & { readonly id: string });

export type AuditEntry = {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actor: Party;
  readonly subject: Party;
  readonly isOwn: boolean;
  readonly details: readonly EventDetail[];
  readonly hash: string;
};

/** An event with the very fields that its hash is made of. */
export type WholeEvent = AuditEntry & {
  readonly actorId: string;
  readonly subjectId: string;
  readonly body: string;
  /** UTC, with microseconds. */
  readonly atText: string;
  readonly prevHash: string;
  /** By a signed checkpoint. */
  readonly isCovered: boolean;
};

export type NamedPerson = { readonly id: string; readonly name: string; readonly latinName: string };

/** The last signed checkpoint: what a printed record names, so that its events can be proved later. */
export type ProofReference = {
  readonly size: number;
  /** In base64, as the checkpoint writes them. */
  readonly root: string;
  readonly head: string;
  readonly checkpointedAt: Date;
  readonly keyId: string;
};

export type KeptVerification = {
  readonly id: string;
  readonly finishedAt: Date;
  readonly events: number;
  readonly checkpoints: number;
  readonly faults: readonly TrailFault[];
  /** On how many things tables and events disagree; null where that was not looked at. */
  readonly differing: number | null;
  /** Null: the clock, or the command line. */
  readonly by: Pick<NamedPerson, "name" | "latinName"> | null;
};

export type TrailStanding = {
  readonly events: number;
  readonly reference: ProofReference | null;
  readonly publicKey: string | null;
  readonly verifications: readonly KeptVerification[];
};

type Body = { readonly [key: string]: unknown };

/** A body is what the chain hashed: text. One that cannot be read says nothing. */
function bodyOf(text: string): Body {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isId = (text: unknown): text is string => typeof text === "string" && UUID.test(text);

/** Every id that a page of events names: people, teams, enrolments, shared events and drills are looked up among them. */
export const idsIn = (events: readonly Pick<WrittenEvent, "actor" | "subject" | "body">[]): string[] => [
  ...new Set(
    events.flatMap(({ actor, subject, body }) => {
      const { teamId, enrolmentId, enrolmentIds, eventId } = bodyOf(body);
      return [actor, subject, teamId, enrolmentId, eventId, ...listOf(enrolmentIds)].filter(isId);
    }),
  ),
];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const entryOf = ({ actor, subject, body, ...event }: WrittenEvent, names: NamesFound): AuditEntry => ({
  ...event,
  actor: partyOf(actor, names),
  subject: partyOf(subject, names),
  isOwn: actor === subject,
  details: [...detailsOf(bodyOf(body), names), ...cameOf(bodyOf(body), subject, names)],
});

/** The shared event that something else came of: a record that somebody confirmed, say. */
function cameOf({ eventId }: Body, subject: string, { occasions }: NamesFound): EventDetail[] {
  const occasion = isId(eventId) && eventId !== subject ? occasions.get(eventId) : undefined;
  return isId(eventId) && occasion ? [{ ...occasion, id: eventId }] : [];
}

function partyOf(id: string, { people, teams, occasions }: NamesFound): Party {
  if (id === "system") return { kind: "system" };
  const person = people.get(id);
  if (person) return { kind: "person", id, ...person };
  const team = teams.get(id);
  if (team) return { kind: "team", ...team };
  const occasion = occasions.get(id);
  return occasion ? { ...occasion, id } : { kind: "other", id };
}

function detailsOf(body: Body, { teams, enrolments }: NamesFound): EventDetail[] {
  const { teamId, enrolmentId, enrolmentIds, roleGroupCode, step, steps, criterionCode, capacity } = body;
  const team = isId(teamId) ? teams.get(teamId) : undefined;
  const named = [enrolmentId, ...listOf(enrolmentIds)].flatMap((id) => (isId(id) ? (enrolments.get(id) ?? []) : []));
  const codes = typeof roleGroupCode === "string" ? [roleGroupCode] : named.map((enrolment) => enrolment.roleGroupCode);
  return [
    ...[...new Set(codes)].map((code) => ({ kind: "roleGroup" as const, code })),
    ...[step, ...listOf(steps)].flatMap((each) =>
      typeof each === "number" ? [{ kind: "step" as const, step: each }] : [],
    ),
    ...(typeof criterionCode === "string" ? [{ kind: "criterion" as const, code: criterionCode }] : []),
    ...(typeof capacity === "string" ? [{ kind: "capacity" as const, code: capacity }] : []),
    ...(team ? [{ kind: "team" as const, ...team }] : []),
  ];
}
