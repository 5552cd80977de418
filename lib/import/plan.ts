import type { Caller } from "@/lib/domain/access";
import type { ImportKind, PlannedLine } from "@/lib/domain/csv-import";
import { planEnrolments } from "./kinds/enrolments";
import { planMentors } from "./kinds/mentors";
import { planPeople } from "./kinds/people";
import { planRecognitions } from "./kinds/recognitions";
import { planTeams } from "./kinds/teams";
import type { ImportRow } from "./row";
import type { World } from "./world";

type Planner = (rows: readonly ImportRow[], world: World, caller: Caller) => PlannedLine<unknown>[];

/** What each line of a file would do, by kind. */
export const PLANNERS: Record<ImportKind, Planner> = {
  people: planPeople,
  teams: planTeams,
  enrolments: planEnrolments,
  mentors: planMentors,
  recognitions: planRecognitions,
};
