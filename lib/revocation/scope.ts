import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** A sign-off or recognition stands while no revocation does on it: one home for what every reader of STEPs asks. */
const unrevoked = (column: "signOffId" | "recognitionId") => (alias: string) =>
  Prisma.raw(`not exists (
  select 1 from "Revocation" v where v."${column}" = ${alias}.id and v."reinstatedAt" is null)`);

export const signOffStands = unrevoked("signOffId");
export const recognitionStands = unrevoked("recognitionId");
