import { beforeEach, describe, expect, test } from "vitest";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/domain/notice-kind";
import { readAllNotices, readNotice } from "@/lib/notice/commands";
import { listNotices } from "@/lib/notice/queries";
import { toDbDay } from "@/lib/platform/days";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/practice";
import { statementsOf } from "@/tests/support/statements";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

type Wish = { kind?: NoticeKind; at?: Date; values?: object; key?: string; settledAt?: Date; enrolmentId?: string };
async function aNotice(name: PersonaName, { kind = "stepSignedOff", at = now, values = {}, key, ...rest }: Wish = {}) {
  const id = newId(at);
  const { kenichi, misaki } = world.people;
  const about = { subjectId: misaki.id, actorId: kenichi.id };
  await db().notice.create({
    data: { id, personId: world.people[name].id, kind, key: key ?? id, values, at, ...about, ...rest },
  });
  return { id };
}

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe("the inbox", () => {
  test("shows one's own, unread first, then the latest", async () => {
    const old = await aNotice("misaki", { at: minutes(-9) });
    const read = await aNotice("misaki", { at: minutes(-1) });
    const settled = await aNotice("misaki", { at: minutes(0), settledAt: now });
    const fresh = await aNotice("misaki", { at: minutes(-2) });
    await aNotice("ren");
    await readNotice({ noticeId: read.id, act: "read" }, await as("misaki"));
    const { notices, total, unread } = await listNotices((await as("misaki")).actor, 1, "ja");
    expect(notices.map(({ id }) => id)).toEqual([fresh.id, old.id, settled.id, read.id]);
    expect({ total, unread }).toEqual({ total: 4, unread: 2 });
  });

  test("says it in the reader's language, with names and words of today", async () => {
    const { id } = await enrolmentOf(world.people.misaki, "liaison-coordination");
    const values = { enrolmentId: id, step: 2, roleGroupCode: "liaison-coordination" };
    await aNotice("kenichi", { kind: "signOffRequested", values });
    const caller = await as("kenichi");
    const textIn = async (locale: "ja" | "en") => (await listNotices(caller.actor, 1, locale)).notices[0]?.text;
    expect(await textIn("ja")).toMatch(/^佐藤 美咲さんが.+のSTEP2の承認を依頼しました。$/);
    expect(await textIn("en")).toMatch(/^Misaki Sato asks for the sign-off of: STEP2 of .+\.$/);
  });

  test.each(NOTICE_KINDS)("words %s in both languages, with nothing left out", async (kind) => {
    const criterionCode = "g3.s1.c1";
    await aNotice("misaki", {
      kind,
      values: { step: 1, roleGroupCode: "soc-monitoring", criterionCode, capacity: "admin" },
    });
    const { actor } = await as("misaki");
    for (const locale of ["ja", "en"] as const) {
      const text = (await listNotices(actor, 1, locale)).notices[0]?.text ?? "";
      expect(text.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/[{}]|undefined|null|inbox\./);
    }
  });

  test("names the reader's own record, never somebody else's", async () => {
    const enrolment = await enrolmentOf(world.people.misaki, "liaison-coordination");
    const record = await aRecord(world.people.misaki, enrolment, { title: "四半期の訓練", claims: [] });
    await aNotice("misaki", { kind: "recordVerified", values: { recordId: record.id }, enrolmentId: enrolment.id });
    await aNotice("kenichi", { kind: "recordVerified", values: { recordId: record.id } });
    const titleFor = async (name: PersonaName) =>
      (await listNotices((await as(name)).actor, 1, "ja")).notices[0]?.recordTitle;
    expect(await titleFor("misaki")).toBe("四半期の訓練");
    expect(await titleFor("kenichi")).toBeNull();
  });

  test("leads nowhere once it is settled or its enrolment has ended", async () => {
    const { id: enrolmentId } = await enrolmentOf(world.people.misaki, "liaison-coordination");
    const values = { enrolmentId, step: 1 };
    await aNotice("misaki", { values, enrolmentId });
    const { actor } = await as("misaki");
    const href = async () => (await listNotices(actor, 1, "ja")).notices[0]?.href;
    expect(await href()).toBe(`/my-training/${enrolmentId}/1`);
    await db().enrolment.update({
      where: { id: enrolmentId },
      data: { endedOn: toDbDay("2026-11-19"), endReason: "異動", endedById: world.people.makoto.id },
    });
    expect(await href()).toBeNull();
  });

  test("is fifty a page and one statement, whatever there is", async () => {
    for (let number = 0; number < 60; number += 1) await aNotice("misaki", { at: minutes(-number) });
    const { actor } = await as("misaki");
    await listNotices(actor, 1, "ja");
    expect(await statementsOf(() => listNotices(actor, 1, "ja"))).toHaveLength(1);
    expect((await listNotices(actor, 2, "ja")).notices).toHaveLength(10);
  });
});

describe("reading", () => {
  test("keeps the first time, also when clicked twenty times at once", async () => {
    const { id } = await aNotice("misaki", { values: { enrolmentId: "e1", step: 1 } });
    const caller = await as("misaki");
    const answers = await atOnce(20, () => readNotice({ noticeId: id, act: "open" }, caller));
    expect(answers.every((answer) => answer.ok && answer.value.href === "/my-training/e1/1")).toBe(true);
    await readNotice({ noticeId: id, act: "read" }, { ...caller, now: minutes(5) });
    expect(await db().notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ readAt: now });
  });

  test("somebody else's is not there", async () => {
    const { id } = await aNotice("misaki");
    for (const name of ["kenichi", "makoto", "shin"] as const) {
      const answer = await readNotice({ noticeId: id, act: "read" }, await as(name));
      expect(answer).toEqual({ ok: false, refusal: { code: "NotFound" } });
    }
    expect(await db().notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ readAt: null });
  });

  test("all of them: those that stood when the page was opened, and only one's own", async () => {
    await aNotice("misaki", { at: minutes(-5) });
    await aNotice("misaki", { at: minutes(-1) });
    const later = await aNotice("misaki", { at: minutes(1) });
    const other = await aNotice("ren", { at: minutes(-5) });
    const answer = await readAllNotices({ until: now.toISOString() }, await as("misaki"));
    expect(answer).toEqual({ ok: true, value: { read: 2 } });
    const unread = await db().notice.findMany({ where: { readAt: null }, select: { id: true } });
    expect(unread.map(({ id }) => id).sort()).toEqual([later.id, other.id].sort());
  });
});
