import { z } from "zod";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { POLICY_LIST_KINDS, POLICY_UNITS } from "./schema";
import { code, partCode, sourceId, webAddress, words } from "./words";

/** content/policy.yaml: the source's parameters, ours, and those that come with a kind of criterion. */

const listEntry = z.strictObject({
  code: partCode,
  title: words(300),
  url: webAddress.exactOptional(),
  note: words(300).exactOptional(),
});

export const policyType = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("number"),
    unit: z.enum(POLICY_UNITS),
    min: z.number().int(),
    max: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal("choice"),
    options: z.array(z.strictObject({ code: partCode, name: words(100) })).min(2),
  }),
  z.strictObject({ kind: z.literal("flag") }),
  z.strictObject({
    kind: z.literal("list"),
    item: z.enum(POLICY_LIST_KINDS),
    min: z.number().int().min(0),
    max: z.number().int().max(100),
  }),
]);

const named = { title: words(100), type: policyType, reason: words() };
const value = z.union([z.number().int(), z.boolean(), z.string(), z.array(listEntry)]);

const sourceParameter = z.strictObject({
  ...named,
  code,
  named: z.boolean(),
  roleGroup: z.enum(ROLE_GROUP_CODES),
  step: z.literal([1, 2, 3]),
  usedBy: z.array(sourceId).min(1),
  sourceTerm: z.string().nullable(),
  default: value,
  defaultIsOurs: z.boolean(),
});
export type SourceParameter = z.infer<typeof sourceParameter>;

const platformParameter = z.strictObject({
  ...named,
  code: code.refine((text) => text.startsWith("platform."), "does not begin with platform."),
  default: value,
});
export type PlatformParameter = z.infer<typeof platformParameter>;

/** One parameter for every criterion whose rule asks for it: `<criterion code>.<suffix>`. */
const criterionParameters = z.strictObject({
  exercisesCount: z.strictObject(named),
  latest: z.strictObject({ ...named, default: z.number().int() }),
});

export const policyFile = z.strictObject({
  parameters: z.array(sourceParameter).min(1),
  platform: z.array(platformParameter).min(1),
  perCriterion: criterionParameters,
});
export type PolicyFile = z.infer<typeof policyFile>;
