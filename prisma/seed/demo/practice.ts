import { addDays, type PlainDay } from "@/lib/domain/calendar";
import { tellClaim, tellConfirmed } from "@/lib/domain/chronicle";
import type { ClaimFact, ConfirmedFacts, TlpLabel } from "@/lib/domain/facts";
import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { toDbDay, toDbMonth } from "@/lib/platform/days";
import { dayOf, earlier, idOf, instantOn, pick } from "./days";
import { type Asked, asks, type Occasion } from "./occasion";
import type { Line } from "./plan";
import { commentFor, lineFor, nameOf, titled } from "./texts";
import { isReviewer, personId, type Told, tell, type World } from "./world";

/** An occasion becomes a record, its evidence, its claims, and what a mentor said about them. */

export type Mentored = { readonly mentor: string; readonly at: number };

type Recorded = {
  readonly recordId: string;
  readonly loggedAt: Date;
  readonly loggedOn: PlainDay;
  readonly kind: RecordKind;
  readonly title: string;
  readonly evidence: number;
  readonly shown: ConfirmedFacts;
  readonly name: string;
};

export function tellOccasion(world: World, told: Told, occasion: Occasion, mentored: Mentored) {
  const asked = asks(ruleOf(world, occasion.criterionCode));
  if (occasion.state === "corrected") return tellCorrected(world, told, occasion, { ...mentored, asked });
  const recorded = tellRecord(world, told, occasion, { ...mentored, asked });
  const claims = codesOf(occasion).map((code) => addClaim(world, told, occasion, { recorded, code }));
  if (occasion.state === "verified") verify(world, told, { claims, recorded, occasion, mentor: mentored.mentor });
  if (occasion.state === "sentBack") sendBack(world, told, claims, { occasion, mentor: mentored.mentor });
  for (const claim of claims)
    told.claims.push({ fact: claim.fact(occasion.state), verificationId: claim.verificationId });
}

function ruleOf({ curriculum }: World, code: string) {
  const found = curriculum.criterion(code);
  if (!found) throw new Error(`content/demo: there is no criterion ${code}`);
  return found.rule;
}

/** `moved`: the claim that leaves the record which this one corrects. */
type Recording = Mentored & {
  readonly asked: Asked;
  readonly correctsId?: string | undefined;
  readonly moved?: string | undefined;
};

function tellRecord(
  world: World,
  told: Told,
  occasion: Occasion,
  { mentor, at, asked, correctsId, moved }: Recording,
): Recorded {
  const { rows } = world;
  const name = `${told.id} ${occasion.criterionCode} ${occasion.on} ${at}`;
  const line = lineFor(world, told.person, occasion.criterionCode, at);
  const loggedOn = (correctsId ? occasion.againOn : undefined) ?? occasion.on;
  const loggedAt = instantOn(loggedOn, 17 + pick(name, 2), name);
  const recordId = idOf(`record ${name} ${correctsId ?? ""}`, loggedAt);
  const written = wordsOf(world, told, occasion, { line, asked });
  const shown = shownBy(occasion, asked);
  rows.practiceRecord.push({
    id: recordId,
    personId: told.personId,
    onceKey: idOf(`once ${name} ${correctsId ?? ""}`, loggedAt),
    happenedOn: toDbDay(occasion.on),
    ...written,
    supervision: shown.supervision,
    mentorPresentId: shown.mentorPresent ? personId(world, mentor) : null,
    tlp: occasion.tlp ?? tlpFor(written.kind, name),
    incidentRef: incidentFor(occasion, asked, line, name),
    periodCovered: asked.isCadence ? toDbMonth(occasion.on.slice(0, 7)) : null,
    ...codedFields(occasion, asked),
    judged: shown.judged,
    right: shown.right,
    loggedAt,
    correctsId: correctsId ?? null,
  });
  const evidence = tellEvidence(world, { recordId, loggedAt, name }, occasion, line);
  tellLogged(world, told, occasion, { recordId, loggedAt, kind: written.kind, correctsId, moved });
  return { recordId, loggedAt, loggedOn, kind: written.kind, title: written.title, evidence, shown, name };
}

type Logged = Pick<Recording, "correctsId" | "moved"> & Pick<Recorded, "recordId" | "loggedAt" | "kind">;

function tellLogged(world: World, told: Told, occasion: Occasion, { recordId, loggedAt, kind, ...before }: Logged) {
  const { correctsId, moved } = before;
  const claims = codesOf(occasion).map((criterionCode) =>
    tellClaim({ claimId: claimIdOf(recordId, criterionCode, loggedAt), enrolmentId: told.id, criterionCode }),
  );
  const event = correctsId
    ? ({ action: "RecordCorrected", body: { recordId, correctsId, claims, moved: moved ? [moved] : [] } } as const)
    : ({ action: "RecordLogged", body: { recordId, kind, happenedOn: occasion.on, claims } } as const);
  tell(world, loggedAt, { ...event, actorId: told.personId, subjectId: told.personId });
}

/** One that was corrected counts for its criterion alone. */
const codesOf = ({ criterionCode, also, state }: Occasion) =>
  state === "corrected" ? [criterionCode] : [criterionCode, ...also];

const claimIdOf = (recordId: string, criterionCode: string, loggedAt: Date) =>
  idOf(`claim ${recordId} ${criterionCode}`, loggedAt);

/** The code stands in the field that the rule looks at. */
const codedFields = ({ code }: Occasion, { isDrill, isTechnique, readingList }: Asked) => ({
  subCase: isDrill ? (code ?? null) : null,
  technique: isTechnique ? (code ?? null) : null,
  readingItem: readingList ? (code ?? null) : null,
});

type Wording = { readonly line: Line; readonly asked: Asked };

function wordsOf(world: World, { person }: Told, occasion: Occasion, { line, asked }: Wording) {
  const wished = occasion.kind ?? line.kind;
  const kind = asked.kinds && !asked.kinds.includes(wished) ? (asked.kinds[0] ?? wished) : wished;
  const name = nameOf(world, person, occasion.code ?? null, asked.readingList);
  const title = occasion.title ?? titled(line, person, { month: occasion.on, name });
  return { kind, title, did: occasion.did ?? line.did, learned: occasion.learned ?? line.learned };
}

function shownBy({ parts, judged, right }: Occasion, asked: Asked): ConfirmedFacts {
  const supervision = (asked.minSupervision ?? (asked.mentorPresent ? 2 : 3)) as Supervision;
  return { supervision, mentorPresent: asked.mentorPresent, parts, judged: judged ?? null, right: right ?? null };
}

const TLP_BY_KIND: Partial<Record<RecordKind, readonly TlpLabel[]>> = {
  reading: ["CLEAR"],
  meeting: ["GREEN", "AMBER"],
  incident: ["AMBER", "AMBER+STRICT"],
  exercise: ["GREEN"],
  drillCase: ["GREEN"],
};

function tlpFor(kind: RecordKind, name: string): TlpLabel {
  const labels = TLP_BY_KIND[kind] ?? ["AMBER"];
  return labels[pick(`tlp ${name}`, labels.length)] ?? "AMBER";
}

function incidentFor({ incident }: Occasion, { distinctIncidents }: Asked, line: Line, name: string): string | null {
  if (incident) return incident;
  return distinctIncidents || line.incident
    ? `INC-${String(100 + pick(`incident ${name}`, 9000)).padStart(4, "0")}`
    : null;
}

type Written = { readonly recordId: string; readonly loggedAt: Date; readonly name: string };

function tellEvidence(
  { rows }: World,
  { recordId, loggedAt, name }: Written,
  { ticket, link, title }: Occasion,
  line: Line,
) {
  const drawn = line.ticket && title === undefined ? `SOC-${17_000 + pick(`ticket ${name}`, 3000)}` : undefined;
  const all = [
    ...((ticket ?? drawn) ? [{ kind: "ticket" as const, value: ticket ?? drawn ?? "" }] : []),
    ...(link ? [{ kind: "link" as const, value: link }] : []),
  ];
  for (const [position, each] of all.entries())
    rows.evidence.push({ id: idOf(`evidence ${recordId} ${position}`, loggedAt), recordId, ...each, position });
  return all.length;
}

type Claim = {
  readonly claimId: string;
  readonly code: string;
  verificationId: string | null;
  readonly fact: (state: Occasion["state"]) => ClaimFact;
};

type Claiming = { readonly recorded: Recorded; readonly code: string };

function addClaim({ rows }: World, told: Told, occasion: Occasion, { recorded, code }: Claiming): Claim {
  const { recordId, loggedAt, kind, title, evidence, shown } = recorded;
  const claimId = claimIdOf(recordId, code, loggedAt);
  const parts = code === occasion.criterionCode ? [...occasion.parts] : [];
  rows.recordClaim.push({
    id: claimId,
    recordId,
    enrolmentId: told.id,
    criterionCode: code,
    parts,
    claimedAt: loggedAt,
  });
  const written = rows.practiceRecord.at(-1);
  const facts = { ...shown, parts };
  return {
    claimId,
    code,
    verificationId: null,
    fact: (state) => ({
      claimId,
      recordId,
      criterionCode: code,
      title,
      kind,
      happenedOn: occasion.on,
      periodCovered: written?.periodCovered ? occasion.on.slice(0, 7) : null,
      incidentRef: written?.incidentRef ?? null,
      subCase: written?.subCase ?? null,
      technique: written?.technique ?? null,
      readingItem: written?.readingItem ?? null,
      evidenceCount: evidence,
      claimed: facts,
      standing: state === "corrected" ? "waiting" : state,
      confirmed: state === "verified" ? facts : null,
    }),
  };
}

type Verifying = {
  readonly claims: readonly Claim[];
  readonly recorded: Recorded;
  readonly occasion: Occasion;
  readonly mentor: string;
};

/** A mentor reads it one to three days later. */
function verify(world: World, told: Told, { claims, recorded, occasion, mentor }: Verifying) {
  const later = addDays(recorded.loggedOn, 1 + pick(`wait ${recorded.name}`, 3));
  const verifiedOn = earlier(later, addDays(world.today, -1));
  const verifiedAt = instantOn(
    verifiedOn,
    verifiedOn === recorded.loggedOn ? 20 : 9 + pick(recorded.name, 8),
    recorded.name,
  );
  const verifiedById = personId(world, mentor);
  const byReviewer = isReviewer(world, told, mentor);
  for (const claim of claims) {
    const { claimId, code } = claim;
    claim.verificationId = idOf(`verification ${claimId}`, verifiedAt);
    const parts = code === occasion.criterionCode ? [...occasion.parts] : [];
    const comment = occasion.comment ?? commentFor(world, told.person, recorded.name);
    const confirmed = { ...recorded.shown, parts, comment };
    world.rows.verification.push({
      id: claim.verificationId,
      claimId,
      verifiedById,
      verifiedAt,
      byReviewer,
      ...confirmed,
    });
  }
  const claimIds = claims.map(({ claimId }) => claimId);
  const confirmed = world.rows.verification.slice(-claims.length).map((row) => tellConfirmed(row as ConfirmedFacts));
  const body = { recordId: recorded.recordId, claimIds, enrolmentIds: [told.id], byReviewer, confirmed };
  tell(world, verifiedAt, { action: "ClaimsVerified", actorId: verifiedById, subjectId: told.personId, body });
}

type SendingBack = { readonly occasion: Occasion; readonly mentor: string };

function sendBack(world: World, told: Told, claims: readonly Claim[], { occasion, mentor }: SendingBack) {
  const byId = personId(world, mentor);
  const madeAt = instantOn(occasion.backOn ?? dayOf("-1d", world.today), 11, `back ${told.id} ${occasion.on}`);
  for (const { claimId, code } of claims)
    world.rows.remark.push({
      id: idOf(`remark ${claimId}`, madeAt),
      enrolmentId: told.id,
      criterionCode: code,
      claimId,
      byId,
      madeAt,
      reason: occasion.reason ?? "",
    });
  const [claim] = claims;
  const recordId = claim?.fact("sentBack").recordId ?? "";
  const body = { recordId, claimIds: claims.map(({ claimId }) => claimId), enrolmentIds: [told.id], byReviewer: false };
  tell(world, madeAt, { action: "ClaimsSentBack", actorId: byId, subjectId: told.personId, body });
}

/** Sent back, then logged anew: the first record keeps its withdrawn claim, the second one waits. */
function tellCorrected(world: World, told: Told, occasion: Occasion, recording: Recording) {
  const before = tellRecord(world, told, { ...occasion, did: occasion.first ?? occasion.did }, recording);
  const claim = addClaim(world, told, occasion, { recorded: before, code: occasion.criterionCode });
  sendBack(world, told, [claim], { occasion, mentor: recording.mentor });
  const row = world.rows.recordClaim.at(-1);
  const after = tellRecord(world, told, occasion, {
    ...recording,
    correctsId: before.recordId,
    moved: claim.claimId,
  });
  if (row) row.withdrawnAt = after.loggedAt;
  const moved = addClaim(world, told, occasion, { recorded: after, code: occasion.criterionCode });
  told.claims.push({ fact: moved.fact("waiting"), verificationId: null });
}
