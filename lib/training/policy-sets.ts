import "server-only";
import type { PolicyValues } from "@/lib/domain/policy";

/** The sets of policy values that STEPs opened with: long, few, and never another under the same digest. */
const MOST = 64;
const kept = new Map<string, PolicyValues>();

export type PolicySets = {
  /** Digests of the sets that a statement need not send. */
  readonly known: readonly string[];
  /** `sent` is null where the digest was known. */
  readonly valuesOf: (digest: string, sent: PolicyValues | null) => PolicyValues;
};

/** The sets in the process's memory at this moment; what a statement sends besides is kept for the next. */
export function policySets(): PolicySets {
  const before = new Map(kept);
  return {
    known: [...before.keys()],
    valuesOf: (digest, sent) => {
      const values = sent ?? before.get(digest);
      if (!values) throw new Error(`the policy values ${digest} were neither known nor sent`);
      keep(digest, values);
      return values;
    },
  };
}

/** The set used longest ago makes room. */
function keep(digest: string, values: PolicyValues) {
  kept.delete(digest);
  kept.set(digest, values);
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}
