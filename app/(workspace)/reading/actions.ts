"use server";

import { defineAction } from "@/lib/platform/action";
import { grantReading, withdrawReading } from "@/lib/reading/commands";
import { readingForm, readingKey } from "@/lib/reading/schema";

type About = { readonly personId: string | null; readonly teamId: string | null };

/** Back to the page of the person or of the team. */
const pageOf = ({ personId, teamId }: About) =>
  personId === null ? `/teams/${teamId}#reading` : `/people/${personId}#reading`;

export const grantReadingAction = defineAction(readingForm, grantReading, {
  at: { NoSuchAuditor: "auditorId", EndsBeforeItBegins: "toOn", ReadingInPast: "toOn", ReadingTooLong: "toOn" },
  onDone: (about) => ({ redirect: pageOf(about), notice: { code: "readingGranted" } }),
});

export const withdrawReadingAction = defineAction(readingKey, withdrawReading, {
  onDone: (about) => ({ redirect: pageOf(about), notice: { code: "readingWithdrawn" } }),
});
