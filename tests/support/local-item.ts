import { addition } from "@/lib/local-curriculum/schema";
import { newId } from "@/lib/platform/ids";

/** What the form sends for a criterion of SOC STEP2, but how it is measured. */
export const LOCAL_ITEM = {
  reach: "organisation",
  group: "soc-monitoring",
  step: "2",
  section: "criterion",
  reason: "自社の当番に要るため",
  textJa: "社内のSIEMの点検を指導者と3回行う",
  titleJa: "SIEMの点検",
};

/** A criterion of SOC STEP2 that the organisation adds, as the form sends it; a test changes what it is about. */
export const localItem = (wish: Record<string, string | string[]> = {}) =>
  addition.parse({ onceKey: newId(), ...LOCAL_ITEM, ruleKind: "count", need: "3", ...wish });
