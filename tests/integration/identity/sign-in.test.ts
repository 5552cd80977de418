import { beforeEach, expect, test } from "vitest";
import { signIn, signOut } from "@/lib/identity/commands";
import { findViewerByToken } from "@/lib/identity/queries";
import { db } from "@/lib/platform/db";
import { aMembership, aPerson, aTeam } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { after, aPassword, aSession, aVisitor, eventsOf, FRIDAY, PASSWORD } from "@/tests/support/sign-in";

const EMAIL = "misaki@aoba.example";
const form = (wish: { email?: string; password?: string } = {}) => ({
  email: EMAIL,
  password: PASSWORD,
  next: "/reviews",
  ...wish,
});
const refused = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(emptyDatabase);

async function misaki(wish: Parameters<typeof aPerson>[0] = {}) {
  const person = await aPerson({ name: "佐藤 美咲", email: EMAIL, locale: "en", ...wish });
  await aPassword(person);
  return person;
}

async function signedIn(visitor = aVisitor()) {
  const decision = await signIn(form(), visitor);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value;
}

test("Misaki signs in: a session, an event, her language and the way back", async () => {
  const { id } = await misaki();
  expect(await signIn(form(), aVisitor())).toMatchObject({
    ok: true,
    value: { personId: id, locale: "en", next: "/reviews" },
  });
  expect(await db().session.findMany({ where: { personId: id } })).toMatchObject([
    { aal: 2, amr: ["pwd"], createdAt: FRIDAY },
  ]);
  expect(await eventsOf(id)).toEqual(["SignedIn"]);
});

test("the database knows the cookie's hash only", async () => {
  const { id } = await misaki();
  const { token } = await signedIn();
  const kept = JSON.stringify(await db().$queryRaw`select encode("tokenHash", 'escape') as hash, s.* from "Session" s`);
  expect(kept).not.toContain(token);
  expect((await findViewerByToken(token, FRIDAY))?.actor.id).toBe(id);
});

test("a wrong password, an unknown address and somebody who left get the same answer", async () => {
  await misaki();
  const gone = await aPerson({ email: "gone@aoba.example", deactivatedAt: FRIDAY });
  await aPassword(gone);
  const ended = await aPerson({ email: "ended@aoba.example", endsOn: "2026-11-19" });
  await aPassword(ended);
  await aPerson({ email: "invited@aoba.example" });
  const answers = await Promise.all([
    signIn(form({ password: "つくえのうえにりんごが4つ" }), aVisitor()),
    signIn(form({ email: "nobody@aoba.example" }), aVisitor()),
    signIn(form({ email: "gone@aoba.example" }), aVisitor()),
    signIn(form({ email: "ended@aoba.example" }), aVisitor()),
    signIn(form({ email: "invited@aoba.example" }), aVisitor()),
  ]);
  expect(answers).toEqual(Array(5).fill(refused("WrongCredentials")));
  expect(await db().session.count()).toBe(0);
});

test("an unknown address takes as long as a wrong password", async () => {
  await misaki();
  const times: Record<string, number[]> = { [EMAIL]: [], "nobody@aoba.example": [] };
  for (const n of Array(9).keys()) {
    for (const [email, taken] of Object.entries(times)) {
      const began = performance.now();
      await signIn(form({ email, password: "wrong wrong wrong" }), aVisitor({ address: `192.0.2.${n}` }));
      taken.push(performance.now() - began);
    }
  }
  const [known = 0, unknown = 0] = Object.values(times).map((taken) => taken.sort((a, b) => a - b)[4]);
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test("the last day is the person's own: in Tokyo it is over at 15:00 UTC", async () => {
  const tokyo = await aTeam({ timeZone: "Asia/Tokyo" });
  await aMembership(await misaki({ endsOn: "2026-11-20" }), tokyo);
  const lastMinute = new Date("2026-11-20T14:59:00Z");
  const { token } = await signedIn(aVisitor({ now: lastMinute }));
  expect(await findViewerByToken(token, after(lastMinute, { minutes: 2 }))).toBeNull();
  expect(await signIn(form(), aVisitor({ now: after(lastMinute, { minutes: 2 }) }))).toEqual(
    refused("WrongCredentials"),
  );
});

test("the eleventh try from one place is refused, with the right password too; another place may", async () => {
  await misaki();
  for (const _ of Array(10))
    expect(await signIn(form({ password: "no" }), aVisitor())).toEqual(refused("WrongCredentials"));
  expect(await signIn(form(), aVisitor())).toMatchObject({ ok: false, refusal: { code: "TooManyTries", minutes: 15 } });
  expect(await signIn(form(), aVisitor({ address: "198.51.100.7" }))).toMatchObject({ ok: true });
});

test("of thirty tries at once, ten are looked at", async () => {
  await misaki();
  const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(form({ password: "no" }), aVisitor())));
  const codes = answers.map((answer) => (answer.ok ? "in" : answer.refusal.code));
  expect(codes.filter((code) => code === "WrongCredentials")).toHaveLength(10);
  expect(codes.filter((code) => code === "TooManyTries")).toHaveLength(20);
});

test("a success forgets the failures before it", async () => {
  await misaki();
  for (const _ of Array(9)) await signIn(form({ password: "no" }), aVisitor());
  await signedIn();
  expect(await signIn(form({ password: "no" }), aVisitor())).toEqual(refused("WrongCredentials"));
});

test("no address stands in the limits' table", async () => {
  await misaki();
  await signIn(form({ password: "no" }), aVisitor());
  const kept = JSON.stringify(await db().rateLimit.findMany(), (_key, value) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(kept).toContain("sign-in-here");
  expect(kept).not.toMatch(/misaki|192\.0\.2/);
});

test("signing in ends the session that was held", async () => {
  await misaki();
  const first = await signedIn();
  const second = await signedIn(aVisitor({ heldToken: first.token }));
  expect(second.token).not.toBe(first.token);
  expect(await findViewerByToken(first.token, FRIDAY)).toBeNull();
});

test("a token that somebody planted is never taken over", async () => {
  await misaki();
  const planted = "A".repeat(43);
  const { token } = await signedIn(aVisitor({ heldToken: planted }));
  expect(token).not.toBe(planted);
  expect(await findViewerByToken(planted, FRIDAY)).toBeNull();
});

test("the same form sent twenty times at once leaves at most ten sessions", async () => {
  const { id } = await misaki();
  const places = Array.from({ length: 20 }, (_, n) => aVisitor({ address: `192.0.2.${n}` }));
  const answers = await Promise.all(places.map((visitor) => signIn(form(), visitor)));
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(await db().session.count({ where: { personId: id } })).toBeLessThanOrEqual(10);
});

test("signing out ends the session at once, twice is no harm", async () => {
  const { id } = await misaki();
  const { token } = await signedIn();
  const answers = await Promise.all([signOut(token), signOut(token), signOut(token)]);
  expect(answers.map((answer) => answer.ok && answer.value.ended).sort()).toEqual([0, 0, 1]);
  expect(await findViewerByToken(token, FRIDAY)).toBeNull();
  expect(await eventsOf(id)).toEqual(["SignedIn", "SignedOut"]);
  expect(await signOut("not a token")).toMatchObject({ ok: true });
  expect(await signOut(null)).toMatchObject({ ok: true });
});

test("another's session is untouched by it", async () => {
  const other = await aSession(await aPerson());
  await misaki();
  await signOut((await signedIn()).token);
  expect(await findViewerByToken(other.token, FRIDAY)).not.toBeNull();
});
