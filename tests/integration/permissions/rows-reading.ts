import { grantReading, withdrawReading } from "@/lib/reading/commands";
import { aReading, readingOf } from "@/tests/support/reading";
import { type Rows, TODAY } from "./row";

/** Managers of the teams meant; an administrator lets nobody read. */
export const READING: Rows = {
  grantReadingAction: [
    {
      on: "Misaki's texts",
      allowed: ["makoto"],
      runs: ["grantReading"],
      prepare: async ({ people }) => {
        const form = readingOf(people.emi, { personId: people.misaki.id, fromOn: TODAY, toOn: TODAY });
        return (caller) => grantReading(form(), caller);
      },
    },
    {
      on: "the texts of the night team",
      allowed: ["makoto", "akari"],
      runs: ["grantReading"],
      prepare: async ({ people, teams }) => {
        const form = readingOf(people.emi, { teamId: teams.night.id, fromOn: TODAY, toOn: TODAY });
        return (caller) => grantReading(form(), caller);
      },
    },
  ],
  withdrawReadingAction: [
    {
      on: "Ren's texts",
      allowed: ["makoto", "akari"],
      runs: ["withdrawReading"],
      prepare: async ({ people, teams }) => {
        const { id: grantId } = await aReading(people.emi, {
          personId: people.ren.id,
          teams: [teams.night],
          by: people.akari,
        });
        return (caller) => withdrawReading({ grantId }, caller);
      },
    },
  ],
};
