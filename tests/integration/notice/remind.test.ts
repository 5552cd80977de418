import { beforeEach, expect, test } from "vitest";
import { remind } from "@/lib/notice/commands";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { told } from "@/tests/support/notices";
import { aWorld, type World } from "@/tests/support/personas";
import { aHold, aRecord, aVerification } from "@/tests/support/practice";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const DAY = { zone: "Asia/Tokyo", day: "2026-11-20" };
let world: World;
let liaison: { id: string };

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
  await db().personStanding.updateMany({ data: { openStep: null } });
});

test("experience that ends within 60 days is told to the person and the managers, once a stage", async () => {
  const setting = { code: "platform.currency.liaison-coordination", value: 12, reason: "", setAt: now };
  const by = { holdsFrom: toDbDay("2026-01-01"), setById: world.people.shin.id };
  await db().policySetting.create({ data: { id: newId(), ...setting, ...by } });
  const standing = { completedStep: 3, lastVerifiedOn: toDbDay("2026-01-10") };
  await db().personStanding.update({ where: { enrolmentId: liaison.id }, data: standing });
  expect((await remind(DAY, now)).ok).toBe(true);
  expect(await told()).toEqual(["currencyEnding makoto", "currencyEnding misaki"]);
  await atOnce(5, () => remind(DAY, now));
  expect(await db().notice.count()).toBe(2);
  await remind({ ...DAY, day: "2026-12-11" }, now);
  expect(await db().notice.count()).toBe(4);
});

test("a trainee without a record for 60 days is told to mentors and managers once; who waits for a mentor is not silent", async () => {
  await db().personStanding.update({ where: { enrolmentId: liaison.id }, data: { openStep: 1 } });
  await db().enrolment.update({ where: { id: liaison.id }, data: { enrolledOn: toDbDay("2026-08-01") } });
  await db().stepOpened.updateMany({ data: { openedOn: toDbDay("2026-08-01") } });
  await remind({ ...DAY, zone: "Europe/Berlin" }, now);
  expect(await told()).toEqual([]);
  await remind(DAY, now);
  expect(await told()).toEqual(["traineeSilent kenichi", "traineeSilent makoto"]);
  await remind({ ...DAY, day: "2026-11-21" }, now);
  expect(await db().notice.count()).toBe(2);
  await db().notice.deleteMany();
  await aRecord(world.people.misaki, liaison, { happenedOn: "2026-08-02", claims: ["g1.s1.external-meetings"] });
  await remind(DAY, now);
  expect(await told()).toEqual([]);
});

test("a hold that lapsed is told to its holder once, while what was held still waits and nobody took it on", async () => {
  const claims = ["g1.s1.external-meetings"];
  const { kenichi, misaki } = world.people;
  const record = await aRecord(misaki, liaison, { happenedOn: "2026-11-10", claims });
  const lapsed = { takenAt: new Date("2026-11-17T05:00:00Z"), until: new Date("2026-11-19T05:00:00Z") };
  await aHold(liaison, kenichi, { record, ...lapsed });
  const decided = await aRecord(misaki, liaison, { happenedOn: "2026-11-11", claims });
  await aHold(liaison, kenichi, { record: decided, ...lapsed });
  for (const claim of decided.claims) await aVerification(claim, kenichi);
  const running = await aRecord(misaki, liaison, { happenedOn: "2026-11-12", claims });
  await aHold(liaison, kenichi, { record: running, until: new Date("2026-11-21T05:00:00Z") });
  const old = await aRecord(misaki, liaison, { happenedOn: "2026-11-01", claims });
  const longAgo = { takenAt: new Date("2026-11-01T05:00:00Z"), until: new Date("2026-11-02T05:00:00Z") };
  await aHold(liaison, kenichi, { record: old, ...longAgo });
  await atOnce(5, () => remind(DAY, now));
  expect(await told()).toEqual(["holdLapsed kenichi"]);
  const values = { subject: "record", subjectId: record.id, on: "2026-11-19" };
  expect(await db().notice.findFirst()).toMatchObject({ subjectId: misaki.id, values });
});

test("a target date that will not be kept is told to the trainee, the mentors and the managers once for the date", async () => {
  await db().personStanding.update({ where: { enrolmentId: liaison.id }, data: { openStep: 1 } });
  await db().enrolment.update({ where: { id: liaison.id }, data: { enrolledOn: toDbDay("2026-11-01") } });
  await db().stepOpened.updateMany({ data: { openedOn: toDbDay("2026-11-01") } });
  const dated = (targetOn: string, attempt: number) => {
    const set = { setById: world.people.misaki.id, setAt: now, reason: "" };
    return db().targetDate.create({
      data: { id: newId(), enrolmentId: liaison.id, step: 1, attempt, targetOn: toDbDay(targetOn), ...set },
    });
  };
  await dated("2028-03-31", 0);
  await remind({ ...DAY, zone: "Europe/Berlin" }, now);
  await remind(DAY, now);
  expect(await told()).toEqual([]);
  await dated("2027-03-31", 1);
  await atOnce(5, () => remind(DAY, now));
  const three = ["targetAtRisk misaki", "traineeTargetAtRisk kenichi", "traineeTargetAtRisk makoto"];
  expect(await told()).toEqual(three);
  expect(await db().notice.findFirst()).toMatchObject({ values: { step: 1, on: "2027-03-31" } });
  await remind({ ...DAY, day: "2026-11-21" }, now);
  await remind({ ...DAY, day: "2026-12-20" }, now);
  expect(await told()).toEqual(three);
  await dated("2027-02-28", 2);
  await remind({ ...DAY, day: "2026-11-22" }, now);
  expect(await db().notice.count()).toBe(6);
});
