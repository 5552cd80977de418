import "server-only";
import type { PolicyDefinition } from "@/lib/content/schema";
import type { Caller } from "@/lib/domain/access";
import type { PolicyValue } from "@/lib/domain/policy";
import { type PolicyDecision, type PolicyFacts, setPolicy } from "@/lib/domain/policy-setting";
import { accept, refuse } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { toDbDay } from "@/lib/platform/days";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { lockOrganisation, organisationToday } from "@/lib/platform/organisation";
import type { Prisma } from "@/prisma/generated/client";
import { policyDefinitions } from "./queries";
import { loadSettingsOn, valuesOf } from "./records";
import { type PolicyForm, valueOfForm } from "./schema";

type Set = { code: string };

/** Sets a value from a day on. Earlier settings stay as its history; the form's key is the row's id. */
export async function setPolicyValue(input: PolicyForm, { actor, now }: Caller) {
  const definitions = await policyDefinitions();
  const definition = definitions.find(({ code }) => code === input.code);
  if (!definition) return refuse({ code: "NotFound" });
  return inTransaction<PolicyDecision<Set>>(async (tx) => {
    await lockOrganisation(tx);
    const { onceKey: id, code, holdsFrom, reason } = input;
    if (await tx.policySetting.count({ where: { id, code, setById: actor.id } })) return accept({ code });
    const facts = await loadFacts(tx, definition, holdsFrom, now);
    const value = valueOfForm(input, definition.type, facts.valueThen);
    const decision = setPolicy({ value, holdsFrom }, facts, actor);
    if (!decision.ok) return decision;

    const set = decision.value.value;
    const row = { id, code, value: set as Prisma.InputJsonValue, holdsFrom: toDbDay(holdsFrom) };
    await tx.policySetting.create({ data: { ...row, reason, setById: actor.id, setAt: now } });
    const body = { settingId: id, code, holdsFrom, ...auditable(set) };
    await recordEvent(tx, { action: "PolicySet", actorId: actor.id, subjectId: id, body });
    return accept({ code });
  });
}

/** Numbers and codes go into the audit; of a list, how long it is and the codes of its entries. */
const auditable = (value: PolicyValue) =>
  typeof value === "object" ? { entries: value.map(({ code }) => code) } : { value };

async function loadFacts(tx: Tx, definition: PolicyDefinition, on: string, now: Date): Promise<PolicyFacts> {
  const roots = await tx.team.findMany({ where: { parentId: null }, select: { id: true } });
  const values = valuesOf([definition], await loadSettingsOn(on, tx));
  return {
    range: definition.type,
    today: await organisationToday(tx, now),
    rootTeamIds: roots.map(({ id }) => id),
    valueThen: values[definition.code] ?? definition.default,
  };
}
