"use server";

import { takeBackNote, writeNote } from "@/lib/mentor-note/commands";
import { newNote, noteKey } from "@/lib/mentor-note/schema";
import { defineAction } from "@/lib/platform/action";

export const writeNoteAction = defineAction(newNote, writeNote, {
  onDone: ({ personId }) => ({ redirect: `/trainees/${personId}#notes`, notice: { code: "noteWritten" } }),
});

export const takeBackNoteAction = defineAction(noteKey, takeBackNote, {
  onDone: ({ personId }) => ({ redirect: `/trainees/${personId}#notes`, notice: { code: "noteTakenBack" } }),
});
