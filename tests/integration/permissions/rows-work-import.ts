import { newId } from "@/lib/platform/ids";
import { discardWorkFile, importWork, keepWorkFile, keepWorkUpload, verifyImported } from "@/lib/work-import/commands";
import { addSource, editSource, saveAnalysts } from "@/lib/work-source/commands";
import { findSource } from "@/lib/work-source/queries";
import { utf8 } from "@/tests/support/csv-text";
import { aSource, bringInWork, previewWork, tickets } from "@/tests/support/work-files";
import { aTicketMapping } from "@/tests/support/work-mappings";
import { callerOf, type MatrixWorld, type Rows } from "./row";

/** The manager above, and mentors of any role group in the team. */
const WORKS_IN_SOC = { allowed: ["makoto", "kenichi", "megumi"] } as const;

const FILE = tickets(["52", "対応", "不審メール", "sato.m", "2026/11/01", "2026/11/05"]);
const sourceIn = async (world: MatrixWorld) =>
  aSource(world.teams.soc, await callerOf(world, "makoto"), aTicketMapping(), { "sato.m": world.people.misaki.email });

export const WORK_IMPORT: Rows = {
  addSourceAction: [
    {
      ...WORKS_IN_SOC,
      on: "the SOC",
      runs: ["addSource"],
      prepare:
        async ({ teams }) =>
        (caller) =>
          addSource({ onceKey: newId(), teamId: teams.soc.id, mapping: aTicketMapping() }, caller),
    },
  ],
  editSourceAction: [
    {
      ...WORKS_IN_SOC,
      on: "a source of the SOC",
      runs: ["editSource"],
      prepare: async (world) => {
        const sourceId = await sourceIn(world);
        const { actor } = await callerOf(world, "makoto");
        const { seen = "" } = (await findSource(actor, sourceId)) ?? {};
        return (caller) => editSource({ sourceId, seen, mapping: aTicketMapping({ refPrefix: "R" }) }, caller);
      },
    },
  ],
  saveAnalystsAction: [
    {
      ...WORKS_IN_SOC,
      on: "a source of the SOC, for Misaki",
      runs: ["saveAnalysts"],
      prepare: async (world) => {
        const sourceId = await sourceIn(world);
        const form = { sourceId, names: new Map([["a", "m-sato"]]), aside: [] };
        return (caller) => saveAnalysts({ ...form, people: new Map([["a", world.people.misaki.email]]) }, caller);
      },
    },
  ],
  keepWorkFileAction: [
    {
      ...WORKS_IN_SOC,
      on: "a source of the SOC",
      runs: ["keepWorkUpload"],
      prepare: async (world) => {
        const sourceId = await sourceIn(world);
        return (caller) => keepWorkUpload({ sourceId, file: new File([FILE], "tickets.csv") }, caller);
      },
    },
  ],
  importWorkAction: [
    {
      ...WORKS_IN_SOC,
      on: "work of Misaki",
      runs: ["importWork"],
      prepare: async (world) => {
        const sourceId = await sourceIn(world);
        const { file } = await previewWork(sourceId, FILE, await callerOf(world, "makoto"));
        return async (caller) => {
          await keepWorkFile({ sourceId, fileName: "tickets.csv", bytes: utf8(FILE) }, caller);
          return importWork({ sourceId, seen: file.seen, leaveOut: null }, caller);
        };
      },
    },
  ],
  discardWorkFileAction: [
    {
      on: "the file of the manager",
      runs: ["discardWorkFile"],
      allowed: ["makoto"],
      refusal: "NothingToImport",
      prepare: async (world) => {
        const sourceId = await sourceIn(world);
        await previewWork(sourceId, FILE, await callerOf(world, "makoto"));
        return (caller) => discardWorkFile({ sourceId }, caller);
      },
    },
  ],
  verifyImportedAction: [
    {
      on: "what was imported for Misaki",
      runs: ["verifyImported"],
      allowed: ["kenichi"],
      prepare: async (world) => {
        const done = await bringInWork(await sourceIn(world), FILE, await callerOf(world, "makoto"));
        if (!done.ok || !("importId" in done.value)) throw new Error("not imported");
        const form = { importId: done.value.importId, people: [world.people.misaki.id] };
        return (caller) => verifyImported(form, caller);
      },
    },
  ],
};
