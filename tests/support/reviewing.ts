import type { Actor, EnrolmentRef, Pool } from "@/lib/domain/access";
import type { ConfirmedFacts } from "@/lib/domain/facts";
import type { HoldFact } from "@/lib/domain/hold";
import type { RequestUnderDecision } from "@/lib/domain/sign-off";
import type { ReviewedClaim } from "@/lib/domain/verification";
import { NOBODY } from "./nobody";

/** Plain worlds for the deciders of the mentor's side. Misaki Sato trains in SOC monitoring in the night team. */

export const misaki: Actor = { ...NOBODY, id: "misaki", isTrainee: true };
export const kenichi: Actor = {
  ...NOBODY,
  id: "kenichi",
  mentorships: [{ roleGroupCode: "soc-monitoring", teamId: "soc" }],
};
/** Mentors the same people as Kenichi does. */
export const yuko: Actor = { ...kenichi, id: "yuko" };
/** A mentor of another role group. */
export const megumi: Actor = { ...NOBODY, id: "megumi", mentorships: [{ roleGroupCode: "forensics", teamId: null }] };
/** A mentor of the same role group in another team. */
export const toru: Actor = {
  ...NOBODY,
  id: "toru",
  mentorships: [{ roleGroupCode: "soc-monitoring", teamId: "plant" }],
};
export const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
export const taro: Actor = {
  ...NOBODY,
  id: "taro",
  appointments: [{ kind: "countersigner", teamId: "soc", roleGroupCode: null }],
};
export const nao: Actor = {
  ...NOBODY,
  id: "nao",
  appointments: [{ kind: "reviewer", teamId: "soc", roleGroupCode: "soc-monitoring" }],
};
export const shin: Actor = { ...NOBODY, id: "shin", isAdmin: true };

export const monitoring: EnrolmentRef = {
  enrolmentId: "misaki-monitoring",
  traineeId: "misaki",
  roleGroupCode: "soc-monitoring",
  team: { teamId: "night", ancestorIds: ["night", "soc", "hq"] },
};
export const basicEducation: EnrolmentRef = { ...monitoring, enrolmentId: "misaki-basic", roleGroupCode: null };

export const staffed: Pool = { hasOtherMentor: true };
export const empty: Pool = { hasOtherMentor: false };

export const facts = (wish: Partial<ConfirmedFacts> = {}): ConfirmedFacts => ({
  supervision: null,
  mentorPresent: false,
  parts: [],
  judged: null,
  right: null,
  ...wish,
});

const byYuko = { byId: "yuko", by: "伊藤 裕子", byLatin: "Yuko Ito", on: "2026-11-20", time: "14:02" };
export const YUKO_AT_14_02 = { by: "伊藤 裕子", byLatin: "Yuko Ito", on: "2026-11-20", time: "14:02" };

export const aClaim = (wish: Partial<ReviewedClaim> = {}): ReviewedClaim => ({
  claimId: "claim-1",
  criterionCode: "g3.s2.solo-monitoring",
  standing: "waiting",
  isFrozen: false,
  enrolment: monitoring,
  pool: staffed,
  claimed: facts(),
  verified: null,
  returned: null,
  hold: null,
  ...wish,
});

export const verifiedByYuko = (confirmed: ConfirmedFacts = facts(), wish: Partial<ReviewedClaim> = {}) =>
  aClaim({ standing: "verified", verified: { ...byYuko, confirmed }, ...wish });

export const sentBackByYuko = (reason = "証跡が足りません。") =>
  aClaim({ standing: "sentBack", returned: { ...byYuko, reason } });

/** Misaki asked for STEP1 of SOC monitoring; everything is met. */
export const aRequest = (wish: Partial<RequestUnderDecision> = {}): RequestUnderDecision => ({
  requestId: "request-1",
  step: 1,
  enrolment: monitoring,
  pool: staffed,
  ended: null,
  enrolmentOver: false,
  mentorSignedById: null,
  countersignatureAsked: false,
  stepCompleted: false,
  earlierOpen: null,
  unmetCodes: [],
  itemCodes: ["g3.s1.reading", "g3.s1.systems"],
  hold: null,
  ...wish,
});

export const endedByYuko = (kind: "signedOff" | "sentBack" | "withdrawn") => ({ ...byYuko, kind });

/** Somebody took it on, until two in the afternoon of 23 November in Tokyo. */
export const heldBy = (holderId: string, wish: Partial<HoldFact> = {}): HoldFact => ({
  holdId: `hold-of-${holderId}`,
  holderId,
  by: "伊藤 裕子",
  byLatin: "Yuko Ito",
  until: "2026-11-23T05:00:00.000Z",
  on: "2026-11-23",
  time: "14:00",
  holderReviews: true,
  ...wish,
});
export const HELD_BY_YUKO = { by: "伊藤 裕子", byLatin: "Yuko Ito", on: "2026-11-23", time: "14:00" };
