"use server";

import { discardFile, importFile, keepUpload } from "@/lib/import/commands";
import { atFile, importDiscard, importRequest, importUpload } from "@/lib/import/schema";
import { defineAction } from "@/lib/platform/action";

export const keepFileAction = defineAction(importUpload, keepUpload, {
  at: atFile,
  onDone: ({ kind }) => ({ redirect: `/people/import/${kind}` }),
});

export const importFileAction = defineAction(importRequest, importFile, {
  onDone: ({ kind, counts }) => {
    const params = `new=${counts.new}&changed=${counts.changed}&unchanged=${counts.unchanged}`;
    return { redirect: `/people/import/${kind}?${params}`, notice: { code: "imported" } };
  },
});

export const discardFileAction = defineAction(importDiscard, discardFile, {
  onDone: ({ kind }) => ({ redirect: `/people/import/${kind}`, notice: { code: "importDiscarded" } }),
});
