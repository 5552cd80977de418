import { beforeEach, expect, test } from "vitest";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { db } from "@/lib/platform/db";
import { acknowledgePurpose, chooseKeys, chooseLocale } from "@/lib/profile/commands";
import { aPerson } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf } from "@/tests/support/personas";
import { eventsOf, FRIDAY } from "@/tests/support/sign-in";

beforeEach(emptyDatabase);

async function misaki() {
  const person = await aPerson({ locale: "ja" });
  return { id: person.id, caller: { actor: await actorOf(person.id), now: FRIDAY } };
}
const five = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 5 }, work));

test("Misaki reads in English from now on; pressed five times it is one change", async () => {
  const { id, caller } = await misaki();
  await five(() => chooseLocale({ locale: "en" }, caller));
  expect(await db().person.findUnique({ where: { id } })).toMatchObject({ locale: "en" });
  expect(await eventsOf(id)).toEqual(["LocaleChosen"]);
});

test("single-letter keys are switched off once", async () => {
  const { id, caller } = await misaki();
  await five(() => chooseKeys({ keyShortcuts: false }, caller));
  expect(await db().person.findUnique({ where: { id } })).toMatchObject({ keyShortcuts: false });
  expect(await eventsOf(id)).toEqual(["KeysChosen"]);
});

test("the purpose of use is acknowledged once", async () => {
  const { id, caller } = await misaki();
  await five(() => acknowledgePurpose({}, caller));
  expect(await db().purposeAcknowledgement.findMany({ where: { personId: id } })).toMatchObject([
    { version: PURPOSE_VERSION, acknowledgedAt: FRIDAY },
  ]);
  expect(await eventsOf(id)).toEqual(["PurposeAcknowledged"]);
});

test("nobody else is changed by it", async () => {
  const other = await aPerson({ locale: "ja" });
  const { caller } = await misaki();
  await chooseLocale({ locale: "en" }, caller);
  await chooseKeys({ keyShortcuts: false }, caller);
  expect(await db().person.findUnique({ where: { id: other.id } })).toMatchObject({ locale: "ja", keyShortcuts: true });
});
