"use server";

import { atFile } from "@/lib/import/schema";
import { defineAction } from "@/lib/platform/action";
import { discardWorkFile, importWork, keepWorkUpload, verifyImported } from "@/lib/work-import/commands";
import { lotVerification, workRequest, workSourceKey, workUpload } from "@/lib/work-import/schema";
import { addSource, editSource, saveAnalysts } from "@/lib/work-source/commands";
import { analystsForm, newSource, sourceEdit } from "@/lib/work-source/schema";

export const addSourceAction = defineAction(newSource, addSource, {
  at: { SourceNameTaken: "name" },
  onDone: ({ sourceId }) => ({ redirect: `/work-import/${sourceId}`, notice: { code: "sourceAdded" } }),
});

export const editSourceAction = defineAction(sourceEdit, editSource, {
  at: { SourceNameTaken: "name" },
  onDone: ({ sourceId }) => ({ redirect: `/work-import/${sourceId}`, notice: { code: "sourceEdited" } }),
});

export const saveAnalystsAction = defineAction(analystsForm, saveAnalysts, {
  onDone: ({ sourceId }) => ({ redirect: `/work-import/${sourceId}`, notice: { code: "analystsNamed" } }),
});

export const keepWorkFileAction = defineAction(workUpload, keepWorkUpload, {
  at: atFile,
  onDone: ({ sourceId }) => ({ redirect: `/work-import/${sourceId}` }),
});

export const importWorkAction = defineAction(workRequest, importWork, {
  onDone: ({ importId }) => ({ redirect: `/work-import/imports/${importId}`, notice: { code: "workImported" } }),
});

export const discardWorkFileAction = defineAction(workSourceKey, discardWorkFile, {
  onDone: ({ sourceId }) => ({ redirect: `/work-import/${sourceId}`, notice: { code: "workDiscarded" } }),
});

export const verifyImportedAction = defineAction(lotVerification, verifyImported, {
  onDone: ({ importId, verified, refused }) => ({
    redirect: `/work-import/imports/${importId}?verified=${verified}&refused=${refused.length}`,
  }),
});
