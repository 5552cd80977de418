/** 初心者 → 見習い → 一人前, reached by STEP1, 2 and 3. Always derived from sign-offs and recognitions, never stored as truth. */
export const PROFICIENCIES = ["beginner", "apprentice", "independent"] as const;
export type Proficiency = (typeof PROFICIENCIES)[number];

/** STEP 0 is basic education on an enrolment without a role group, common education on one with a role group. */
export const STEP_NUMBERS = [0, 1, 2, 3] as const;
export type StepNumber = (typeof STEP_NUMBERS)[number];

/** Null (育成中) until STEP1 is signed off or recognised. */
export const proficiencyOf = (highestStep: StepNumber | null): Proficiency | null =>
  highestStep === null || highestStep === 0 ? null : (PROFICIENCIES[highestStep - 1] ?? null);
