import type { RecordKind, Supervision } from "@/lib/domain/rule";
import { toDbDay, toDbMonth } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { findPolicyValues } from "@/lib/policy/queries";
import type { Prisma } from "@/prisma/generated/client";

/** Builders of practice: what a trainee logged, what was said about it, what was asked. A test says only what it is about. */

type Ref = { readonly id: string };
/** An instant of that day in Tokyo's working hours. */
export const at = (day: string, time = "09:00") => new Date(`${day}T${time}:00+09:00`);

type RecordWish = {
  happenedOn?: string;
  kind?: RecordKind;
  title?: string;
  supervision?: Supervision;
  with?: Ref;
  tlp?: "RED" | "AMBER" | "GREEN";
  incidentRef?: string;
  periodCovered?: string;
  judged?: number;
  right?: number;
  evidence?: string[];
  loggedOn?: string;
  corrects?: Ref;
  /** Criterion codes, or a criterion with the parts shown. */
  claims: (string | { code: string; parts: string[] })[];
};
export type RecordMade = { id: string; claims: Ref[] };

/** A record with a claim on each criterion, waiting to be verified. */
export async function aRecord(person: Ref, enrolment: Ref, wish: RecordWish): Promise<RecordMade> {
  const {
    happenedOn = "2026-11-18",
    kind = "report",
    title = "10月の月次報告",
    tlp = "AMBER",
    loggedOn = happenedOn,
  } = wish;
  const id = newId();
  const claims = wish.claims.map((claim) => (typeof claim === "string" ? { code: claim, parts: [] } : claim));
  const made = claims.map((claim) => ({ ...claim, id: newId() }));
  await db().practiceRecord.create({
    data: {
      id,
      personId: person.id,
      onceKey: newId(),
      happenedOn: toDbDay(happenedOn),
      kind,
      title,
      did: "経営層へ状況を報告し、質問に回答した。",
      learned: "数字の根拠を先に示すと伝わりやすい。",
      supervision: wish.supervision ?? null,
      mentorPresentId: wish.with?.id ?? null,
      tlp,
      incidentRef: wish.incidentRef ?? null,
      periodCovered: wish.periodCovered === undefined ? null : toDbMonth(wish.periodCovered),
      judged: wish.judged ?? null,
      right: wish.right ?? null,
      loggedAt: at(loggedOn),
      correctsId: wish.corrects?.id ?? null,
      evidence: {
        create: (wish.evidence ?? []).map((value, position) => ({ id: newId(), kind: "ticket", value, position })),
      },
    },
  });
  await db().recordClaim.createMany({
    data: made.map(({ id: claimId, code, parts }) => ({
      id: claimId,
      recordId: id,
      enrolmentId: enrolment.id,
      criterionCode: code,
      parts,
      claimedAt: at(loggedOn),
    })),
  });
  return { id, claims: made.map((claim) => ({ id: claim.id })) };
}

/** Verified as claimed. */
export async function aVerification(claim: Ref, by: Ref, { on = "2026-11-19" }: { on?: string } = {}) {
  const { record, parts } = await db().recordClaim.findUniqueOrThrow({
    where: { id: claim.id },
    include: { record: true },
  });
  const id = newId();
  await db().verification.create({
    data: {
      id,
      claimId: claim.id,
      verifiedById: by.id,
      verifiedAt: at(on),
      supervision: record.supervision,
      mentorPresent: record.mentorPresentId !== null,
      parts,
      judged: record.judged,
      right: record.right,
      comment: "",
    },
  });
  return { id };
}

/** Several records of the same kind, each verified. */
export async function verifiedRecords(person: Ref, enrolment: Ref, by: Ref, wishes: RecordWish[]) {
  const records: RecordMade[] = [];
  for (const wish of wishes) {
    const record = await aRecord(person, enrolment, wish);
    for (const claim of record.claims) await aVerification(claim, by, { on: wish.happenedOn ?? "2026-11-19" });
    records.push(record);
  }
  return records;
}

type RemarkWish = { on?: string; claim?: Ref; request?: Ref; reason?: string; answer?: string };

export async function aRemark(enrolment: Ref, criterionCode: string, by: Ref, wish: RemarkWish = {}) {
  const { on = "2026-11-10", reason = "どの会議で報告したかが読み取れません。", answer = null } = wish;
  const id = newId();
  const about = { claimId: wish.claim?.id ?? null, requestId: wish.request?.id ?? null };
  const answeredAt = answer === null ? null : at(on, "18:00");
  await db().remark.create({
    data: {
      id,
      enrolmentId: enrolment.id,
      criterionCode,
      ...about,
      byId: by.id,
      madeAt: at(on),
      reason,
      answer,
      answeredAt,
    },
  });
  return { id };
}

export async function aJudgementRequest(enrolment: Ref, criterionCode: string, { on = "2026-11-15" } = {}) {
  const id = newId();
  await db().judgementRequest.create({
    data: { id, enrolmentId: enrolment.id, criterionCode, note: "説明の準備ができました。", requestedAt: at(on) },
  });
  return { id };
}

export async function aSignOffRequest(
  enrolment: Ref,
  by: Ref,
  { step, on = "2026-11-17", attempt = 0 }: { step: number; on?: string; attempt?: number },
) {
  const id = newId();
  await db().signOffRequest.create({
    data: { id, enrolmentId: enrolment.id, step, attempt, requestedById: by.id, requestedAt: at(on), note: "" },
  });
  return { id };
}

/** STEPs that were recognised: the ground on which the next one stands, open since that day with its values. */
export async function recognisedUpTo(enrolment: Ref, by: Ref, step: number, { on = "2025-04-01" } = {}) {
  const { personId, roleGroupCode } = await db().enrolment.findUniqueOrThrow({ where: { id: enrolment.id } });
  for (let each = 0; each <= step; each += 1) {
    await db().recognition.create({
      data: {
        id: newId(),
        enrolmentId: enrolment.id,
        step: each,
        traineeId: personId,
        recognisedById: by.id,
        recognisedOn: toDbDay(on),
        recognisedAt: at(on),
        reason: "前職での経験",
      },
    });
  }
  if (roleGroupCode !== null && step < 3) await anOpenStep(enrolment, step + 1, on);
}

/** With the values that hold on that day. */
export async function anOpenStep(enrolment: Ref, step: number, on: string) {
  const policyValues = (await findPolicyValues(on)) as Prisma.InputJsonValue;
  await db().stepOpened.create({
    data: { enrolmentId: enrolment.id, step, openedOn: toDbDay(on), openedAt: at(on), policyValues },
  });
}

/** The mentor's signature on a request that also needs a countersignature. */
export async function aSignature(request: Ref, mentor: Ref, { on = "2026-11-18" } = {}) {
  await db().mentorSignature.create({
    data: { requestId: request.id, mentorId: mentor.id, signedAt: at(on), comment: "" },
  });
}

type HoldWish = { record?: Ref; judgement?: Ref; signOff?: Ref; until?: Date; takenAt?: Date };

/** A mentor has taken something of the enrolment on, two days ago for three days unless told otherwise. */
export async function aHold(enrolment: Ref, holder: Ref, wish: HoldWish) {
  const { takenAt = at("2026-11-19"), until = at("2026-11-22") } = wish;
  const subject = {
    recordId: wish.record?.id ?? null,
    judgementRequestId: wish.judgement?.id ?? null,
    signOffRequestId: wish.signOff?.id ?? null,
  };
  const id = newId();
  await db().hold.create({
    data: { id, enrolmentId: enrolment.id, ...subject, holderId: holder.id, takenAt, until, note: "" },
  });
  return { id };
}
