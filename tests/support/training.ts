import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { JUDGEMENTS } from "@/lib/domain/facts";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";

/** What trainees and mentors have done before a test begins, written plainly into the rows. */

type Ref = { readonly id: string };

export const enrolmentOf = async (person: Ref, roleGroupCode: RoleGroupCode | null): Promise<Ref> =>
  db().enrolment.findFirstOrThrow({
    where: { personId: person.id, roleGroupCode, endedOn: null },
    select: { id: true },
  });

type RecordWish = {
  happenedOn: string;
  title?: string;
  kind?: string;
  supervision?: number;
  judged?: number;
  right?: number;
  periodCovered?: string;
  incidentRef?: string;
  mentorPresentId?: string;
  evidence?: readonly string[];
  loggedAt?: Date;
  tlp?: string;
  /** Criteria that it is claimed for. */
  claims?: readonly { enrolment: Ref; criterionCode: string; parts?: string[] }[];
};

/** A record of a day, logged that evening. */
export async function aRecord(person: Ref, { evidence = [], claims = [], ...wish }: RecordWish) {
  const id = newId();
  const { happenedOn, periodCovered, loggedAt = new Date(`${happenedOn}T10:00:00Z`), ...rest } = wish;
  await db().practiceRecord.create({
    data: {
      title: `${happenedOn}の記録`,
      kind: "report",
      tlp: "AMBER",
      ...rest,
      id,
      personId: person.id,
      onceKey: newId(),
      happenedOn: toDbDay(happenedOn),
      periodCovered: periodCovered === undefined ? null : toDbDay(`${periodCovered}-01`),
      did: "したことの本文",
      learned: "",
      loggedAt,
      evidence: { create: evidence.map((value, position) => ({ id: newId(), kind: "ticket", value, position })) },
    },
  });
  const claimIds: string[] = [];
  for (const { enrolment, criterionCode, parts = [] } of claims) {
    const claimId = newId();
    const claim = { id: claimId, recordId: id, enrolmentId: enrolment.id, criterionCode, parts, claimedAt: loggedAt };
    await db().recordClaim.create({ data: claim });
    claimIds.push(claimId);
  }
  return { id, claimIds };
}

/** A mentor confirms a claim as it was claimed. */
export async function aVerification(claimId: string, mentor: Ref, verifiedAt = new Date("2026-11-01T01:00:00Z")) {
  const { record, parts } = await db().recordClaim.findUniqueOrThrow({
    where: { id: claimId },
    select: { parts: true, record: true },
  });
  const id = newId();
  await db().verification.create({
    data: {
      id,
      claimId,
      verifiedById: mentor.id,
      verifiedAt,
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

type SendBackWish = {
  enrolment: Ref;
  criterionCode: string;
  claimId?: string;
  by: Ref;
  reason?: string;
  madeAt?: Date;
};

/** A mentor sent something back. */
export async function aRemark({ enrolment, by, ...wish }: SendBackWish) {
  const id = newId();
  await db().remark.create({
    data: {
      reason: "対応不要と判断した根拠が読み取れません。",
      madeAt: new Date("2026-11-18T02:00:00Z"),
      ...wish,
      id,
      enrolmentId: enrolment.id,
      byId: by.id,
    },
  });
  return { id };
}

type SignOffWish = {
  by: Ref;
  trainee: Ref;
  signedOn?: string;
  frozen?: readonly { claimId: string; verification: Ref }[];
};

/** A STEP that was asked for and signed off, resting on some claims. */
export async function aSignOff(
  enrolment: Ref,
  step: number,
  { by, trainee, signedOn = "2026-10-01", frozen = [] }: SignOffWish,
) {
  const at = new Date(`${signedOn}T02:00:00Z`);
  const requestId = newId();
  const id = newId();
  await db().signOffRequest.create({
    data: {
      id: requestId,
      enrolmentId: enrolment.id,
      step,
      attempt: 0,
      requestedById: trainee.id,
      requestedAt: at,
      note: "",
      outcome: { create: { kind: "signedOff", decidedById: by.id, decidedAt: at, comment: "" } },
    },
  });
  await db().stepSignOff.create({
    data: {
      id,
      enrolmentId: enrolment.id,
      step,
      requestId,
      traineeId: trainee.id,
      mentorId: by.id,
      signedOn: toDbDay(signedOn),
      signedAt: at,
      restedOn: {},
      frozenClaims: {
        create: frozen.map(({ claimId, verification }) => ({ claimId, verificationId: verification.id })),
      },
    },
  });
  return { id, requestId };
}

/** Every checkpoint named was judged met. */
export async function anAttestation(enrolment: Ref, criterionCode: string, checkpoints: readonly string[], by: Ref) {
  await db().attestation.createMany({
    data: checkpoints.map((checkpoint) => ({
      id: newId(),
      enrolmentId: enrolment.id,
      criterionCode,
      checkpoint,
      attempt: 0,
      judgement: JUDGEMENTS[0],
      judgedById: by.id,
      judgedAt: new Date("2026-11-02T02:00:00Z"),
      judgedOn: toDbDay("2026-11-02"),
      comment: "",
    })),
  });
}

/** Topics and learning tasks that were ticked done. */
export const tasksDone = (enrolment: Ref, taskCodes: readonly string[], doneOn = "2026-10-01") =>
  db().taskDone.createMany({
    data: taskCodes.map((taskCode) => ({
      enrolmentId: enrolment.id,
      taskCode,
      doneOn: toDbDay(doneOn),
      markedAt: new Date(`${doneOn}T02:00:00Z`),
    })),
  });
