import { z } from "zod";
import type { MentorshipBasis } from "@/lib/domain/appointment";
import type { RoleGroupCode } from "@/lib/domain/curriculum";

/** The pool that somebody is to be appointed in, as the address proposes it. */
export const poolAsked = z.object({ group: z.string().catch(""), team: z.string().catch("") });

export const POOLS_A_PAGE = 50;
/** As long as a load is looked back at. */
export const LOAD_DAYS = 30;

type Person = { readonly id: string; readonly name: string; readonly latinName: string };

/** What a mentor has on the desk in one role group, wherever. */
export type MentorLoad = {
  readonly held: number;
  readonly decided: number;
  /** Median of what they decided; null where they decided nothing. */
  readonly medianHours: number | null;
};

export type PoolMentor = Person &
  MentorLoad & {
    readonly mentorshipId: string;
    readonly basis: MentorshipBasis;
    readonly reason: string;
    /** On leave today; `until` null while nobody has said when it ends. */
    readonly away: { readonly until: string | null } | null;
  };

/** Who mentors a role group in a team in which people train. */
export type MentorPool = {
  readonly roleGroupCode: RoleGroupCode;
  readonly teamId: string;
  readonly teamNameJa: string;
  readonly teamNameEn: string;
  readonly trainees: number;
  readonly mentors: readonly PoolMentor[];
  /** Independent in the role group, in the reader's teams, and not a mentor there: at most three by reading. */
  readonly eligible: readonly Person[];
};
