import { changePassword, endOtherSessions, endSession } from "@/lib/identity/commands";
import { db } from "@/lib/platform/db";
import { acknowledgePurpose, chooseKeys, chooseLocale } from "@/lib/profile/commands";
import { aPassword, aSession, aVisitor, PASSWORD } from "@/tests/support/sign-in";
import { CAST, type MatrixWorld, NOW, type Row, type Rows } from "./row";

const OWN = { on: "one's own", allowed: CAST } as const;
const choosing: Row = {
  ...OWN,
  runs: ["chooseLocale"],
  prepare: async () => (caller) => chooseLocale({ locale: "en" }, caller),
};

const sessionIds = async (personId: string) =>
  (await db().session.findMany({ where: { personId }, select: { id: true } })).map(({ id }) => id);

async function everybodySignedIn({ people }: MatrixWorld) {
  const sessions = new Map<string, string>();
  for (const who of CAST) {
    await aSession(people[who], { now: NOW });
    const [id = ""] = await sessionIds(people[who].id);
    sessions.set(people[who].id, id);
  }
  return sessions;
}

export const OWN_THINGS: Rows = {
  setLocaleAction: [choosing],
  saveLocaleAction: [choosing],
  saveKeysAction: [
    { ...OWN, runs: ["chooseKeys"], prepare: async () => (caller) => chooseKeys({ keyShortcuts: false }, caller) },
  ],
  acknowledgePurposeAction: [
    { ...OWN, runs: ["acknowledgePurpose"], prepare: async () => (caller) => acknowledgePurpose({}, caller) },
  ],
  changePasswordAction: [
    {
      on: "one's own: only Misaki knows the password of hers",
      runs: ["changePassword"],
      allowed: ["misaki"],
      refusal: "WrongCurrentPassword",
      prepare: async ({ people }) => {
        await aPassword(people.misaki);
        const password = "あたらしい つくえに みかんが5つ";
        const form = { currentPassword: PASSWORD, password, passwordAgain: password };
        return (caller) => changePassword(form, caller, aVisitor({ now: NOW }));
      },
    },
  ],
  endSessionAction: [
    {
      ...OWN,
      runs: ["endSession"],
      prepare: async (world) => {
        const sessions = await everybodySignedIn(world);
        return (caller) => endSession({ sessionId: sessions.get(caller.actor.id) ?? "" }, caller);
      },
    },
    {
      on: "Misaki's",
      runs: ["endSession"],
      allowed: ["misaki"],
      prepare: async (world) => {
        const sessionId = (await everybodySignedIn(world)).get(world.people.misaki.id) ?? "";
        return (caller) => endSession({ sessionId }, caller);
      },
    },
  ],
  endOtherSessionsAction: [
    {
      ...OWN,
      runs: ["endOtherSessions"],
      prepare: async (world) => {
        const kept = await everybodySignedIn(world);
        return async (caller) => {
          const others = await db().session.count({ where: { personId: { not: caller.actor.id } } });
          const decision = await endOtherSessions({ keptId: kept.get(caller.actor.id) ?? "" }, caller);
          const left = await db().session.count({ where: { personId: { not: caller.actor.id } } });
          if (left !== others) throw new Error("a session of somebody else ended");
          return decision;
        };
      },
    },
  ],
};
