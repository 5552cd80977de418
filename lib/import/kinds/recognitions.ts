import type { Caller, EnrolmentRef } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import {
  badLine,
  dayText,
  type ImportColumn,
  newLine,
  type PlannedLine,
  type Problem,
  unchangedLine,
} from "@/lib/domain/csv-import";
import type { StepNumber } from "@/lib/domain/proficiency";
import { type RecognisableEnrolment, type Recognised, recognise } from "@/lib/domain/recognition";
import { day, paragraph, wholeNumber } from "@/lib/platform/fields";
import { enrollableWord } from "../choice-words";
import { type LineValues, parseLine } from "../line";
import { EMAIL_COLUMN, findKnown, keyFields, NUMBER_COLUMN } from "../person-key";
import type { ImportRow } from "../row";
import { type EnrolmentInWorld, indexPeople, type PeopleIndex, type PersonInWorld, type World } from "../world";
import { ROLE_GROUP_COLUMN } from "./enrolments";
import { REASON_COLUMN } from "./mentors";

export const RECOGNITIONS_COLUMNS: readonly ImportColumn[] = [
  NUMBER_COLUMN,
  EMAIL_COLUMN,
  ROLE_GROUP_COLUMN,
  { key: "step", headers: ["STEP", "Step", "育成STEP"], required: true },
  { key: "recognisedOn", headers: ["認定日", "Recognised on"], required: true },
  REASON_COLUMN,
];

const fieldsIn = ({ roleGroups }: World) => ({
  ...keyFields,
  roleGroup: enrollableWord(roleGroups),
  step: wholeNumber(0, 3).transform((step) => step as StepNumber),
  recognisedOn: day(),
  reason: paragraph(2000),
});
type RecognitionLine = LineValues<ReturnType<typeof fieldsIn>>;

export type RecognitionAct = {
  readonly personId: string;
  readonly enrolmentId: string;
  readonly recognisedOn: PlainDay;
  readonly reason: string;
  readonly recognised: readonly Recognised[];
};

/** STEPs that the lines above recognise, by enrolment. */
type Plan = {
  readonly world: World;
  readonly index: PeopleIndex;
  readonly done: Map<string, StepNumber[]>;
  readonly caller: Caller;
};

export function planRecognitions(
  rows: readonly ImportRow[],
  world: World,
  caller: Caller,
): PlannedLine<RecognitionAct>[] {
  const fields = fieldsIn(world);
  const plan: Plan = { world, index: indexPeople(world.people), done: new Map(), caller };
  return rows.map(({ row, cells }) => {
    const step = (cells.step ?? "").normalize("NFKC").replace(/^step\s*/iu, "");
    const dated = { row, cells: { ...cells, step, recognisedOn: dayText(cells.recognisedOn ?? "") } };
    return planRecognition(dated, parseLine(fields, dated), plan);
  });
}

type Parsed = { readonly values: RecognitionLine; readonly problems: readonly Problem[] };

function planRecognition(row: ImportRow, { values, problems }: Parsed, plan: Plan): PlannedLine<RecognitionAct> {
  const { person, problems: whom } = findKnown(values, plan.index);
  const subject = person?.profile.name ?? row.cells.employeeNumber ?? row.cells.email ?? "";
  const { roleGroup, step, recognisedOn, reason } = values;
  const wrong = [...problems, ...whom];
  if (wrong.length > 0 || !person || roleGroup === undefined) return badLine(row.row, subject, wrong);
  const enrolment = person.enrolments.find(({ roleGroupCode }) => roleGroupCode === roleGroup);
  if (!enrolment) return badLine(row.row, subject, [{ column: "roleGroup", code: "NotEnrolledThere" }]);
  if (step === undefined || recognisedOn === undefined || reason === undefined) return badLine(row.row, subject, wrong);
  if (enrolment.completed.includes(step)) return unchangedLine(row.row, subject);
  return decided(row.row, { subject, person, enrolment, step, recognisedOn, reason }, plan);
}

type Wished = Pick<RecognitionAct, "recognisedOn" | "reason"> & {
  step: StepNumber;
  subject: string;
  person: PersonInWorld;
  enrolment: EnrolmentInWorld;
};

function decided(row: number, wished: Wished, plan: Plan): PlannedLine<RecognitionAct> {
  const { subject, person, enrolment, step, recognisedOn, reason } = wished;
  const basic = person.enrolments.find((each) => each.roleGroupCode === null && each !== enrolment);
  const today = plan.world.teams.find(({ teamId }) => teamId === enrolment.teamId)?.today ?? plan.world.today;
  const facts = {
    today,
    enrolment: recognisable(enrolment, person, plan),
    basic: basic ? recognisable(basic, person, plan) : null,
  };
  const decision = recognise({ step, recognisedOn }, facts, plan.caller.actor);
  if (!decision.ok) return badLine(row, subject, [{ column: null, code: decision.refusal.code }]);
  remember(decision.value, plan);
  const { enrolmentId } = enrolment;
  return newLine(row, subject, {
    personId: person.personId,
    enrolmentId,
    recognisedOn,
    reason,
    recognised: decision.value,
  });
}

function remember(recognised: readonly Recognised[], { done }: Plan) {
  for (const { enrolmentId, step } of recognised) done.set(enrolmentId, [...(done.get(enrolmentId) ?? []), step]);
}

function recognisable(
  enrolment: EnrolmentInWorld,
  person: PersonInWorld,
  { world, done }: Plan,
): RecognisableEnrolment {
  const team = world.teams.find(({ teamId }) => teamId === enrolment.teamId);
  const ref: EnrolmentRef = {
    enrolmentId: enrolment.enrolmentId,
    traineeId: person.personId,
    roleGroupCode: enrolment.roleGroupCode,
    team: { teamId: enrolment.teamId, ancestorIds: team?.ancestorIds ?? [] },
  };
  return {
    ref,
    completed: [...enrolment.completed, ...(done.get(enrolment.enrolmentId) ?? [])],
    hasOpenRequest: enrolment.hasOpenRequest,
  };
}
