import { beforeEach, expect, test } from "vitest";
import { remind } from "@/lib/notice/commands";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { told } from "@/tests/support/notices";
import { aWorld, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/practice";
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
