import { beforeEach, describe, expect, test } from "vitest";
import {
  acceptInvitation,
  makeInvitation,
  makeResetLink,
  makeResetLinkFromHost,
  resetPassword,
  signIn,
} from "@/lib/identity/commands";
import { findLinkedPerson, findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { aGrant, aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf } from "@/tests/support/personas";
import { after, aLink, aPassword, aSession, aVisitor, eventsOf, FRIDAY, PASSWORD } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

const NEW = "あたらしい合言葉は海のむこう";
const form = (token: string, password = NEW) => ({ token, password, passwordAgain: password });
const refused = (code: string) => ({ ok: false, refusal: { code } });

const misaki = () => aPerson({ name: "佐藤 美咲", email: "misaki@aoba.example", latinName: "Misaki Sato" });
const shin = async () => {
  const person = await aPerson({ name: "中村 慎", email: "shin@aoba.example" });
  await aGrant(person, "admin");
  return { person, caller: { actor: await actorOf(person.id), now: FRIDAY } };
};
const tokenIn = (link: string) => link.split("/").at(-1) ?? "";
const made = (decision: Awaited<ReturnType<typeof makeInvitation>>) => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
};

describe("an invitation", () => {
  test("lets Misaki choose her password and start", async () => {
    const person = await misaki();
    const { caller } = await shin();
    const { link, expiresAt } = made(await makeInvitation({ personId: person.id }, caller));
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{43}$/);
    expect(expiresAt).toBe("2026-11-27T00:00:00.000Z");
    expect(await findLinkedPerson("invitation", tokenIn(link), FRIDAY)).toEqual({
      name: "佐藤 美咲",
      email: "misaki@aoba.example",
    });

    const accepted = await acceptInvitation(form(tokenIn(link)), aVisitor());
    expect(accepted).toMatchObject({ ok: true, value: { locale: "ja" } });
    expect(await signIn({ email: "misaki@aoba.example", password: NEW, next: "/" }, aVisitor())).toMatchObject({
      ok: true,
    });
    expect(await eventsOf(person.id)).toEqual(["PersonInvited", "InvitationAccepted", "SignedIn"]);
  });

  test("works once, for forty posts at the same time", async () => {
    const person = await misaki();
    const { token } = await aLink({ kind: "invitation", person });
    const answers = await Promise.all(Array.from({ length: 40 }, () => acceptInvitation(form(token), aVisitor())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((each) => (each.ok ? [] : [each.refusal.code])))).toEqual(new Set(["LinkSpent"]));
    expect(await db().session.count()).toBe(1);
    expect(await eventsOf(person.id)).toEqual(["InvitationAccepted"]);
  });

  test("runs out after seven days", async () => {
    const { token } = await aLink({ kind: "invitation", person: await misaki() });
    const late = after(FRIDAY, { hours: 7 * 24 });
    expect(await findLinkedPerson("invitation", token, late)).toBeNull();
    expect(await acceptInvitation(form(token), aVisitor({ now: late }))).toEqual(refused("LinkSpent"));
  });

  test("is worth nothing once a newer one is made, or as another kind", async () => {
    const person = await misaki();
    const { caller } = await shin();
    const first = tokenIn(made(await makeInvitation({ personId: person.id }, caller)).link);
    const second = tokenIn(made(await makeInvitation({ personId: person.id }, caller)).link);
    expect(await acceptInvitation(form(first), aVisitor())).toEqual(refused("LinkSpent"));
    expect(await resetPassword(form(second), aVisitor())).toEqual(refused("LinkSpent"));
    expect(await acceptInvitation(form(second), aVisitor())).toMatchObject({ ok: true });
  });

  test("a refused password leaves it usable", async () => {
    const { token } = await aLink({ kind: "invitation", person: await misaki() });
    expect(await acceptInvitation(form(token, "short"), aVisitor())).toMatchObject(refused("PasswordTooShort"));
    expect(await acceptInvitation(form(token, "misakisato1234"), aVisitor())).toEqual(refused("PasswordPersonal"));
    expect(await acceptInvitation(form(token, "123qweasdzxc"), aVisitor())).toEqual(refused("PasswordCommon"));
    expect(await acceptInvitation(form(token), aVisitor())).toMatchObject({ ok: true });
  });

  test("to somebody deactivated meanwhile does not work", async () => {
    const person = await misaki();
    const { token } = await aLink({ kind: "invitation", person });
    await db().person.update({ where: { id: person.id }, data: { deactivatedAt: FRIDAY } });
    expect(await acceptInvitation(form(token), aVisitor())).toEqual(refused("LinkSpent"));
  });
});

describe("making an invitation", () => {
  test("is for administrators only, and for people who have no password", async () => {
    const person = await misaki();
    const { caller, person: admin } = await shin();
    const ren = { actor: await actorOf((await aPerson()).id), now: FRIDAY };
    expect(await makeInvitation({ personId: person.id }, ren)).toEqual(refused("NotFound"));
    expect(await makeInvitation({ personId: "0199e0aa-0000-7000-8000-000000000001" }, caller)).toEqual(
      refused("NotFound"),
    );
    await aPassword(admin);
    expect(await makeInvitation({ personId: admin.id }, caller)).toEqual(refused("AlreadyJoined"));
    expect(await db().oneTimeLink.count()).toBe(0);
  });

  test("twice at once leaves one that works", async () => {
    const person = await misaki();
    const { caller } = await shin();
    await Promise.all(Array.from({ length: 5 }, () => makeInvitation({ personId: person.id }, caller)));
    expect(await db().oneTimeLink.count({ where: { usedAt: null, expiresAt: { gt: FRIDAY } } })).toBe(1);
  });
});

describe("a reset link", () => {
  test("sets a new password and ends every session", async () => {
    const person = await misaki();
    await aPassword(person);
    const old = await aSession(person);
    const { caller } = await shin();
    const { link } = made(await makeResetLink({ personId: person.id }, caller));
    expect(await resetPassword(form(tokenIn(link)), aVisitor())).toMatchObject({ ok: true });
    expect(await findViewerByToken(old.token, FRIDAY)).toBeNull();
    expect(await signIn({ email: "misaki@aoba.example", password: PASSWORD, next: "/" }, aVisitor())).toEqual(
      refused("WrongCredentials"),
    );
    expect(await eventsOf(person.id)).toEqual(["PasswordResetOffered", "PasswordReset"]);
  });

  test("works once, for forty posts at the same time, and for a day", async () => {
    const person = await misaki();
    await aPassword(person);
    const { token } = await aLink({ kind: "reset", person });
    expect(await resetPassword(form(token), aVisitor({ now: after(FRIDAY, { hours: 24 }) }))).toEqual(
      refused("LinkSpent"),
    );
    const answers = await Promise.all(Array.from({ length: 40 }, () => resetPassword(form(token), aVisitor())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.refusal.code === "LinkSpent")).toHaveLength(39);
  });

  test("is not for somebody who never joined", async () => {
    const { caller } = await shin();
    expect(await makeResetLink({ personId: (await misaki()).id }, caller)).toEqual(refused("NotJoinedYet"));
  });

  test("from the host is for administrators", async () => {
    const { person } = await shin();
    await misaki();
    expect(await makeResetLinkFromHost({ email: "misaki@aoba.example" }, FRIDAY)).toEqual(refused("NotFound"));
    const offered = await makeResetLinkFromHost({ email: "shin@aoba.example" }, FRIDAY);
    expect(offered).toMatchObject({ ok: true });
    expect(await findLinkedPerson("reset", tokenIn(offered.ok ? offered.value.link : ""), FRIDAY)).toMatchObject({
      name: "中村 慎",
    });
    expect(await eventsOf(person.id)).toEqual(["PasswordResetOffered"]);
  });
});

test.each(["", "x", "A".repeat(43), "../..", "%00"])("%j is nobody's link", async (token) => {
  expect(await findLinkedPerson("reset", token, FRIDAY)).toBeNull();
  expect(await resetPassword(form(token), aVisitor())).toEqual(refused("LinkSpent"));
});
