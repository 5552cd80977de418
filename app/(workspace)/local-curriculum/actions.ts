"use server";

import { addLocalItem, exemptItem, withdrawLocalChange } from "@/lib/local-curriculum/commands";
import { addition, exemption, withdrawal } from "@/lib/local-curriculum/schema";
import { defineAction } from "@/lib/platform/action";

const changed = { onDone: () => ({ redirect: "/local-curriculum", notice: { code: "localChanged" as const } }) };

export const exemptItemAction = defineAction(exemption, exemptItem, changed);
export const addLocalItemAction = defineAction(addition, addLocalItem, changed);
export const withdrawLocalChangeAction = defineAction(withdrawal, withdrawLocalChange, changed);
