import type { ImportColumn, ImportKind } from "@/lib/domain/csv-import";
import { ENROLMENTS_COLUMNS } from "./kinds/enrolments";
import { MENTORS_COLUMNS } from "./kinds/mentors";
import { PEOPLE_COLUMNS } from "./kinds/people";
import { RECOGNITIONS_COLUMNS } from "./kinds/recognitions";
import { TEAMS_COLUMNS } from "./kinds/teams";

export const COLUMNS: Record<ImportKind, readonly ImportColumn[]> = {
  people: PEOPLE_COLUMNS,
  teams: TEAMS_COLUMNS,
  enrolments: ENROLMENTS_COLUMNS,
  mentors: MENTORS_COLUMNS,
  recognitions: RECOGNITIONS_COLUMNS,
};
