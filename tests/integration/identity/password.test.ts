import { beforeEach, expect, test } from "vitest";
import { changePassword, endOtherSessions, endSession, signIn } from "@/lib/identity/commands";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf } from "@/tests/support/personas";
import { aPassword, aSession, aVisitor, eventsOf, FRIDAY, PASSWORD } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

const NEW = "あたらしい合言葉は海のむこう";
const form = (wish: { currentPassword?: string; password?: string } = {}) => {
  const password = wish.password ?? NEW;
  return { currentPassword: PASSWORD, ...wish, password, passwordAgain: password };
};
const refused = (code: string) => ({ ok: false, refusal: { code } });

async function misaki() {
  const person = await aPerson({ email: "misaki@aoba.example" });
  await aPassword(person);
  return { person, caller: { actor: await actorOf(person.id), now: FRIDAY } };
}

test("with the password of now, a new one; every other session ends, this one goes on under a new cookie", async () => {
  const { person, caller } = await misaki();
  const [here, elsewhere] = [await aSession(person), await aSession(person)];
  const changed = await changePassword(form(), caller, aVisitor({ heldToken: here.token }));
  if (!changed.ok) throw new Error(changed.refusal.code);
  expect(await findViewerByToken(changed.value.token, FRIDAY)).not.toBeNull();
  expect(await findViewerByToken(here.token, FRIDAY)).toBeNull();
  expect(await findViewerByToken(elsewhere.token, FRIDAY)).toBeNull();
  expect(await signIn({ email: person.email, password: NEW, next: "/" }, aVisitor())).toMatchObject({ ok: true });
  expect(await eventsOf(person.id)).toEqual(["PasswordChanged", "SignedIn"]);
});

test("without it nothing changes", async () => {
  const { person, caller } = await misaki();
  const { token } = await aSession(person);
  expect(await changePassword(form({ currentPassword: "wrong" }), caller, aVisitor())).toEqual(
    refused("WrongCurrentPassword"),
  );
  expect(await changePassword(form({ password: "short" }), caller, aVisitor())).toMatchObject(
    refused("PasswordTooShort"),
  );
  expect(await findViewerByToken(token, FRIDAY)).not.toBeNull();
  expect(await eventsOf(person.id)).toEqual([]);
});

test("an open screen is not a place to guess at", async () => {
  const { caller } = await misaki();
  for (const _ of Array(10)) await changePassword(form({ currentPassword: "wrong" }), caller, aVisitor());
  expect(await changePassword(form(), caller, aVisitor())).toMatchObject(refused("TooManyTries"));
});

test("the same form twice at once leaves one password and one session", async () => {
  const { person, caller } = await misaki();
  const answers = await Promise.all([
    changePassword(form(), caller, aVisitor()),
    changePassword(form(), caller, aVisitor()),
  ]);
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
});

test("one's own sessions can be ended, each once; another's cannot", async () => {
  const { person, caller } = await misaki();
  const mine = await aSession(person);
  const theirs = await aSession(await aPerson());
  const answers = await Promise.all([endSession(mine, caller), endSession(mine, caller)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await endSession(theirs, caller)).toEqual(refused("NotFound"));
  expect(await findViewerByToken(theirs.token, FRIDAY)).not.toBeNull();
  expect(await eventsOf(person.id)).toEqual(["SessionEnded"]);
});

test("all but the one that asks", async () => {
  const { person, caller } = await misaki();
  const [here] = [await aSession(person), await aSession(person), await aSession(person)];
  const theirs = await aSession(await aPerson());
  expect(await endOtherSessions({ keptId: here.sessionId }, caller)).toEqual({ ok: true, value: { count: 2 } });
  expect(await endOtherSessions({ keptId: here.sessionId }, caller)).toEqual({ ok: true, value: { count: 0 } });
  expect(await findViewerByToken(here.token, FRIDAY)).not.toBeNull();
  expect(await findViewerByToken(theirs.token, FRIDAY)).not.toBeNull();
});
