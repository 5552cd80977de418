import "server-only";
import type { PolicyDefinition } from "@/lib/content/schema";
import { findWording } from "@/lib/curriculum/queries";
import { type Actor, canSetPolicy } from "@/lib/domain/access";
import type { PlainDay } from "@/lib/domain/calendar";
import type { PolicyValue, PolicyValues } from "@/lib/domain/policy";
import { todayIn } from "@/lib/platform/days";
import { db, type Tx } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";
import { organisationToday } from "@/lib/platform/organisation";
import { loadHistory, loadSettingsOn, type SettingHistoryRow, valuesOf } from "./records";

/** Every parameter with its type, range, default and words, in the order of the curriculum. Costs no statement. */
export const policyDefinitions = async (): Promise<readonly PolicyDefinition[]> => (await findWording()).words.policy;

/**
 * The values that hold on a day: our defaults where the organisation set none. One statement.
 * Within a transaction it is given: one that waits for a second connection while others wait for its lock waits for ever.
 */
export async function findPolicyValues(on: PlainDay, tx: Tx = db()): Promise<PolicyValues> {
  const [definitions, settings] = await Promise.all([policyDefinitions(), loadSettingsOn(on, tx)]);
  return valuesOf(definitions, settings);
}

/** The values of today, in the calendar of an organisation that says nothing else. One statement. */
export const findPolicyValuesNow = (now: Date): Promise<PolicyValues> => findPolicyValues(todayIn(DEFAULT_ZONE, now));

export type PolicyParameter = {
  readonly definition: PolicyDefinition;
  readonly value: PolicyValue;
  /** The setting that holds on the day; null where none does, or for who may not see who set what. */
  readonly holding: SettingHistoryRow | null;
  /** Settings of later days, the next first: of one day the one set last. */
  readonly upcoming: readonly SettingHistoryRow[];
  /** True where no setting holds on the day. */
  readonly isDefault: boolean;
  /** Newest first; settings that hold from a later day included. Empty for who may not see who set what. */
  readonly history: readonly SettingHistoryRow[];
};

/** Every parameter with its value on a day; the history is for managers, administrators and auditors. One statement. */
export async function policyWithHistory(actor: Actor, on: PlainDay): Promise<readonly PolicyParameter[]> {
  const [definitions, history] = await Promise.all([policyDefinitions(), loadHistory()]);
  const holding = history.filter(({ holdsFrom }) => holdsFrom <= on);
  const settings = [...new Map([...holding].reverse().map((row) => [row.code, row])).values()];
  const values = valuesOf(definitions, settings);
  const maySeeHistory = actor.isAdmin || actor.isAuditor || actor.managedTeamIds.length > 0;
  return definitions.map((definition) => {
    const own = history.filter(({ code }) => code === definition.code);
    const seen = maySeeHistory ? own : [];
    return {
      definition,
      value: values[definition.code] ?? definition.default,
      isDefault: !own.some(({ holdsFrom }) => holdsFrom <= on),
      holding: seen.find(({ holdsFrom }) => holdsFrom <= on) ?? null,
      upcoming: upcomingOf(seen, on),
      history: seen,
    };
  });
}

/** Newest first in, the next first out. */
const upcomingOf = (history: readonly SettingHistoryRow[], on: PlainDay) => [
  ...new Map(
    history
      .filter(({ holdsFrom }) => holdsFrom > on)
      .map((row) => [row.holdsFrom, row] as const)
      .reverse(),
  ).values(),
];

/** Every parameter with its history, the organisation's day, and whether the actor may set values; null for who may not see it. */
export async function findPolicy(actor: Actor, now: Date) {
  if (!actor.isAdmin && !actor.isAuditor && actor.managedTeamIds.length === 0) return null;
  const [today, roots] = await Promise.all([
    organisationToday(db(), now),
    db().team.findMany({ where: { parentId: null }, select: { id: true } }),
  ]);
  const maySet = canSetPolicy(
    actor,
    roots.map(({ id }) => id),
  );
  return { today, maySet, parameters: await policyWithHistory(actor, today) };
}
