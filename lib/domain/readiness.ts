import { ROLE_GROUP_CODES, type RoleGroupCode } from "./curriculum";
import { PROFICIENCIES, proficiencyOf, type StepNumber } from "./proficiency";

/** 体制充足, from standings that were counted: who can act alone, and where one absence breaks the team (product.md, 8). */

/** Columns of the heat map; `training` is 育成中, before STEP1. */
export const LEVELS = ["training", ...PROFICIENCIES] as const;
export type ReadinessLevel = (typeof LEVELS)[number];

export const levelOf = (completedStep: StepNumber | null): ReadinessLevel => proficiencyOf(completedStep) ?? "training";

/** Steps whose completion puts a person at a level; null is none at all. */
export const stepsAt = (level: ReadinessLevel): readonly (StepNumber | null)[] =>
  level === "training" ? [null, 0] : [([1, 2, 3] as const)[PROFICIENCIES.indexOf(level)] ?? 3];

/** How many people stand where; each person once in a role group. */
export type StandingCount = {
  readonly roleGroupCode: RoleGroupCode | null;
  readonly completedStep: StepNumber | null;
  readonly people: number;
};

/** Nobody independent, one only, or more: what one absence does. */
export type Absence = "alreadyNone" | "becomesNone" | "noEffect";

export type RoleGroupReadiness = {
  readonly roleGroupCode: RoleGroupCode;
  readonly people: Readonly<Record<ReadinessLevel, number>>;
  /** Of those in training, who are still in common education. */
  readonly inCommonEducation: number;
  readonly absence: Absence;
};

export type TeamReadiness = {
  readonly roleGroups: readonly RoleGroupReadiness[];
  readonly basicEducation: { readonly open: number; readonly completed: number };
  /** Role groups with nobody independent, and with one person only. */
  readonly without: readonly RoleGroupCode[];
  readonly onePersonOnly: readonly RoleGroupCode[];
};

export const absenceOf = (independent: number): Absence => {
  if (independent === 0) return "alreadyNone";
  return independent === 1 ? "becomesNone" : "noEffect";
};

/** Where one absence hurts most: fewest independent people, then fewest who come next. Null where every role group with people has two. */
export function weakestOf({ roleGroups }: TeamReadiness): RoleGroupReadiness | null {
  const staffed = roleGroups.filter(({ people }) => LEVELS.some((level) => people[level] > 0));
  const [weakest] = staffed
    .filter(({ absence }) => absence !== "noEffect")
    .toSorted(
      ({ people: a }, { people: b }) =>
        a.independent - b.independent || a.apprentice - b.apprentice || a.beginner - b.beginner,
    );
  return weakest ?? null;
}

export function readinessOf(counts: readonly StandingCount[]): TeamReadiness {
  const roleGroups = ROLE_GROUP_CODES.map((code) => roleGroupReadiness(code, counts));
  const having = (absence: Absence) =>
    roleGroups.filter((group) => group.absence === absence).map(({ roleGroupCode }) => roleGroupCode);
  const basic = counts.filter(({ roleGroupCode }) => roleGroupCode === null);
  return {
    roleGroups,
    basicEducation: {
      open: sum(basic.filter(({ completedStep }) => completedStep === null)),
      completed: sum(basic.filter(({ completedStep }) => completedStep !== null)),
    },
    without: having("alreadyNone"),
    onePersonOnly: having("becomesNone"),
  };
}

function roleGroupReadiness(code: RoleGroupCode, counts: readonly StandingCount[]): RoleGroupReadiness {
  const own = counts.filter(({ roleGroupCode }) => roleGroupCode === code);
  const at = (level: ReadinessLevel) => sum(own.filter(({ completedStep }) => levelOf(completedStep) === level));
  return {
    roleGroupCode: code,
    people: {
      training: at("training"),
      beginner: at("beginner"),
      apprentice: at("apprentice"),
      independent: at("independent"),
    },
    inCommonEducation: sum(own.filter(({ completedStep }) => completedStep === null)),
    absence: absenceOf(at("independent")),
  };
}

const sum = (counts: readonly StandingCount[]) => counts.reduce((total, { people }) => total + people, 0);

/** Why an open STEP has not moved; a mentor's wait is never the trainee's stall (product.md, 18). */
export const STALL_CAUSES = ["awaitsMentor", "sentBackUnanswered", "nothingLogged", "nothingVerified"] as const;
export type StallCause = (typeof STALL_CAUSES)[number];

export type StallFacts = {
  readonly awaitsMentor: boolean;
  readonly sentBackOpen: boolean;
  readonly daysSinceLogged: number | null;
  readonly stallDays: number;
};

export function stallCauseOf({ awaitsMentor, sentBackOpen, daysSinceLogged, stallDays }: StallFacts): StallCause {
  if (awaitsMentor) return "awaitsMentor";
  if (sentBackOpen) return "sentBackUnanswered";
  return daysSinceLogged === null || daysSinceLogged >= stallDays ? "nothingLogged" : "nothingVerified";
}
