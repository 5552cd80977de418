import { endGrant, grantCapacity } from "@/lib/capacity/commands";
import type { Caller } from "@/lib/domain/access";
import type { ImportKind } from "@/lib/domain/csv-import";
import { makeInvitation, makeResetLink } from "@/lib/identity/commands";
import { discardFile, importFile, keepUpload } from "@/lib/import/commands";
import { findPreview } from "@/lib/import/queries";
import { addMembership, endMembership } from "@/lib/membership/commands";
import { addPerson, deactivatePerson, editPerson, reactivatePerson } from "@/lib/people/commands";
import { findPerson } from "@/lib/people/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { aGrant, aPerson } from "@/tests/support/builders";
import { csv } from "@/tests/support/csv-text";
import { aPassword } from "@/tests/support/sign-in";
import { CAST, callerOf, REASON, type Row, type Rows, TODAY } from "./row";

const ADMIN = { allowed: ["shin"] } as const;
const MANAGERS = { allowed: ["makoto", "akari"] } as const;

const hanako = () => ({
  onceKey: newId(),
  name: "田中 花子",
  reading: "たなか はなこ",
  latinName: "Hanako Tanaka",
  employeeNumber: null,
  email: "hanako@aoba.example",
  locale: "ja" as const,
  affiliation: "own" as const,
  endsOn: null,
  teamId: null,
  fromOn: null,
});

const PEOPLE: Rows = {
  addPersonAction: [
    { ...ADMIN, on: "a new person", runs: ["addPerson"], prepare: async () => (caller) => addPerson(hanako(), caller) },
  ],
  editPersonAction: [
    {
      ...ADMIN,
      on: "Misaki",
      runs: ["editPerson"],
      prepare: async (world) => {
        const { actor, now } = await callerOf(world, "shin");
        const seen = await findPerson(actor, world.people.misaki.id, now);
        if (!seen) throw new Error("Misaki is not there");
        const form = { ...seen.profile, personId: seen.personId, seen: seen.seen, latinName: "Misaki Satou" };
        return (caller) => editPerson(form, caller);
      },
    },
  ],
  deactivatePersonAction: [
    {
      ...ADMIN,
      on: "Misaki",
      runs: ["deactivatePerson"],
      prepare: async ({ people }) => {
        const form = { personId: people.misaki.id, reason: REASON };
        return (caller) => deactivatePerson(form, caller);
      },
    },
  ],
  reactivatePersonAction: [
    {
      ...ADMIN,
      on: "who had left",
      runs: ["reactivatePerson"],
      prepare: async () => {
        const { id: personId } = await aPerson({ deactivatedAt: new Date("2026-11-01T00:00:00Z") });
        return (caller) => reactivatePerson({ personId, reason: REASON }, caller);
      },
    },
  ],
  addMembershipAction: [
    {
      ...ADMIN,
      on: "Misaki in the plant",
      runs: ["addMembership"],
      prepare: async ({ people, teams }) => {
        const form = { personId: people.misaki.id, teamId: teams.plant.id, kind: "additional" as const };
        return (caller) => addMembership({ ...form, onceKey: newId(), fromOn: TODAY, toOn: null }, caller);
      },
    },
  ],
  endMembershipAction: [
    {
      ...ADMIN,
      on: "Misaki's",
      runs: ["endMembership"],
      prepare: async ({ people }) => {
        const { id } = await db().membership.findFirstOrThrow({ where: { personId: people.misaki.id } });
        return (caller) => endMembership({ membershipId: id, toOn: TODAY }, caller);
      },
    },
  ],
  grantCapacityAction: [
    {
      ...ADMIN,
      on: "Misaki's, to manage the plant",
      runs: ["grantCapacity"],
      prepare: async ({ people, teams }) => {
        const form = { personId: people.misaki.id, capacity: "manager" as const, teamId: teams.plant.id };
        return (caller) => grantCapacity({ ...form, onceKey: newId(), reason: REASON }, caller);
      },
    },
    {
      on: "one's own, to administer",
      runs: ["grantCapacity"],
      allowed: [],
      refusals: { shin: "OwnCapacity" },
      prepare: async () => (caller) => {
        const form = { personId: caller.actor.id, capacity: "auditor" as const, teamId: null };
        return grantCapacity({ ...form, onceKey: newId(), reason: REASON }, caller);
      },
    },
  ],
  endGrantAction: [
    {
      ...ADMIN,
      on: "Sora's",
      runs: ["endGrant"],
      prepare: async ({ people, teams }) => {
        const { id: grantId } = await aGrant(people.soto, "manager", teams.plant);
        return (caller) => endGrant({ grantId, reason: REASON }, caller);
      },
    },
  ],
  inviteAction: [
    {
      ...ADMIN,
      on: "Misaki, who never signed in",
      runs: ["makeInvitation"],
      prepare:
        async ({ people }) =>
        (caller) =>
          makeInvitation({ personId: people.misaki.id }, caller),
    },
  ],
  resetLinkAction: [
    {
      ...ADMIN,
      on: "Misaki, who has a password",
      runs: ["makeResetLink"],
      prepare: async ({ people }) => {
        await aPassword(people.misaki);
        return (caller) => makeResetLink({ personId: people.misaki.id }, caller);
      },
    },
  ],
};

const TEXTS = {
  people: csv(
    ["社員番号", "氏名", "読み", "メールアドレス", "所属区分"],
    ["00300", "森 一郎", "もり いちろう", "ichiro@aoba.example", "自社"],
  ),
  mentors: csv(
    ["メールアドレス", "役割グループ", "チームコード", "理由"],
    ["soto@aoba.example", "フォレンジック", "night", "経験10年"],
  ),
};
const upload = (kind: keyof typeof TEXTS) => ({ kind, file: new File([TEXTS[kind]], `${kind}.csv`) });

/** The file of whoever asks, as their preview shows it; somebody who may not keep one shows that of an administrator. */
async function seenBy(kind: keyof typeof TEXTS, caller: Caller) {
  await keepUpload(upload(kind), caller);
  return (await findPreview(kind, { show: null, page: 1 }, caller))?.file.seen ?? "0".repeat(64);
}

const IMPORTS: readonly (readonly [keyof typeof TEXTS, Pick<Row, "allowed">])[] = [
  ["people", ADMIN],
  ["mentors", MANAGERS],
];
const ofKinds = (row: (kind: keyof typeof TEXTS & ImportKind) => Omit<Row, "allowed" | "on">): Row[] =>
  IMPORTS.map(([kind, allowed]) => ({ ...allowed, on: `a file of ${kind}`, ...row(kind) }));

const FILES: Rows = {
  keepFileAction: ofKinds((kind) => ({
    runs: ["keepUpload"],
    prepare: async () => (caller) => keepUpload(upload(kind), caller),
  })),
  importFileAction: ofKinds((kind) => ({
    runs: ["importFile"],
    prepare: async (world) => {
      const seen = new Map<string, string>();
      for (const who of CAST) {
        const caller = await callerOf(world, who);
        seen.set(caller.actor.id, await seenBy(kind, caller));
      }
      return (caller) => importFile({ kind, seen: seen.get(caller.actor.id) ?? "" }, caller);
    },
  })),
  discardFileAction: [
    {
      ...ADMIN,
      on: "one's own file; nobody else has one",
      refusal: "NothingToImport",
      runs: ["discardFile"],
      prepare: async (world) => {
        await keepUpload(upload("people"), await callerOf(world, "shin"));
        return (caller) => discardFile({ kind: "people" }, caller);
      },
    },
  ],
};

export const OF_PEOPLE: Rows = { ...PEOPLE, ...FILES };
