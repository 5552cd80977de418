import { beforeEach, expect, test } from "vitest";
import { capacitiesOf } from "@/lib/domain/access";
import { makeSetUpLink, setUp, signIn } from "@/lib/identity/commands";
import { findViewerByToken, isSetUpOpen } from "@/lib/identity/queries";
import { setUpForm } from "@/lib/identity/schema";
import { db } from "@/lib/platform/db";
import { aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { after, aLink, aVisitor, eventsOf, FRIDAY, PASSWORD } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

const TYPED = {
  organisationJa: "あおば製作所",
  organisationEn: "Aoba Manufacturing",
  teamJa: "あおばCSIRT",
  teamEn: "Aoba CSIRT",
  name: "高橋 健一",
  reading: "タカハシ　ケンイチ",
  latinName: "Kenichi Takahashi",
  email: " Kenichi@Aoba.example ",
  locale: "ja",
  password: PASSWORD,
  passwordAgain: PASSWORD,
};
const form = (token: string, wish: Partial<typeof TYPED> = {}) => setUpForm.parse({ ...TYPED, ...wish, token });
const refused = (code: string) => ({ ok: false, refusal: { code } });

test("the first administrator sets the organisation up and is in", async () => {
  const { token } = await aLink({ kind: "setup" });
  expect(await isSetUpOpen(token, FRIDAY)).toBe(true);
  const done = await setUp(form(token), aVisitor());
  if (!done.ok) throw new Error(done.refusal.code);

  const viewer = await findViewerByToken(done.value.token, FRIDAY);
  expect(viewer).toMatchObject({
    name: "高橋 健一",
    organisation: { nameJa: "あおば製作所", nameEn: "Aoba Manufacturing" },
  });
  expect(viewer && capacitiesOf(viewer.actor)).toEqual(["manager", "admin"]);
  expect(await db().person.findMany()).toMatchObject([{ email: "kenichi@aoba.example", reading: "たかはし けんいち" }]);
  expect(await db().team.findMany({ include: { ancestors: true, memberships: true } })).toMatchObject([
    { nameJa: "あおばCSIRT", timeZone: "Asia/Tokyo", ancestors: [{ depth: 0 }], memberships: [{ isMain: true }] },
  ]);
  expect(await eventsOf(viewer?.actor.id ?? "")).toEqual(["OrganisationSetUp"]);
  expect(await isSetUpOpen(token, FRIDAY)).toBe(false);
  expect(await signIn({ email: "kenichi@aoba.example", password: PASSWORD, next: "/" }, aVisitor())).toMatchObject({
    ok: true,
  });
});

test("forty posts of the same form at once make one organisation", async () => {
  const { token } = await aLink({ kind: "setup" });
  const answers = await Promise.all(Array.from({ length: 40 }, () => setUp(form(token), aVisitor())));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((each) => !each.ok && each.refusal.code === "LinkSpent")).toHaveLength(39);
  expect([
    await db().organisation.count(),
    await db().person.count(),
    await db().team.count(),
    await db().session.count(),
  ]).toEqual([1, 1, 1, 1]);
});

test("two links at once make one organisation", async () => {
  const first = await aLink({ kind: "setup" });
  const second = await aLink({ kind: "setup" });
  await db().oneTimeLink.updateMany({ data: { expiresAt: after(FRIDAY, { hours: 1 }) } });
  const answers = await Promise.all([setUp(form(first.token), aVisitor()), setUp(form(second.token), aVisitor())]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().organisation.count()).toBe(1);
});

test("nobody without the link can, nor with one that ran out, nor once somebody is there", async () => {
  const { token } = await aLink({ kind: "setup" });
  expect(await setUp(form("A".repeat(43)), aVisitor())).toEqual(refused("LinkSpent"));
  expect(await setUp(form(""), aVisitor())).toEqual(refused("LinkSpent"));
  expect(await setUp(form(token), aVisitor({ now: after(FRIDAY, { hours: 24 }) }))).toEqual(refused("LinkSpent"));
  await aPerson();
  expect(await setUp(form(token), aVisitor())).toEqual(refused("AlreadySetUp"));
  expect(await db().organisation.count()).toBe(0);
});

test("a password that is easy to guess is refused and the link stays usable", async () => {
  const { token } = await aLink({ kind: "setup" });
  const weak = { password: "KenichiTakahashi", passwordAgain: "KenichiTakahashi" };
  expect(await setUp(form(token, weak), aVisitor())).toEqual(refused("PasswordPersonal"));
  expect(await isSetUpOpen(token, FRIDAY)).toBe(true);
});

test("the host's console prints a link while nobody is there, each replacing the one before", async () => {
  const linkOf = async () => {
    const made = await makeSetUpLink(FRIDAY);
    return made.ok ? made.value.link : made.refusal.code;
  };
  const [first, second] = [await linkOf(), await linkOf()];
  expect(first).toMatch(/^http:\/\/127\.0\.0\.1:3000\/set-up\/[\w-]{43}$/);
  expect(await isSetUpOpen(first.split("/").at(-1) ?? "", FRIDAY)).toBe(false);
  expect(await isSetUpOpen(second.split("/").at(-1) ?? "", FRIDAY)).toBe(true);
  await aPerson();
  expect(await linkOf()).toBe("AlreadySetUp");
});

test.each([
  ["organisationJa", "", "required"],
  ["teamEn", "x".repeat(201), "tooLong"],
  ["reading", "高橋", "notAReading"],
  ["name", "高橋\u0000健一", "controlCharacters"],
  ["email", "kenichi", "notAnEmail"],
  ["locale", "fr", "notAChoice"],
  ["passwordAgain", "another password", "notTheSame"],
])("%s as %j is %s", (field, value, code) => {
  const parsed = setUpForm.safeParse({ ...TYPED, token: "t", [field]: value });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, code]]);
});
