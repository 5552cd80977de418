import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { correctRecord, saveDraft } from "@/lib/records/commands";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName, at = now) => ({ actor: await actorOf(world.people[name].id), now: at });
const drafts = () => db().draft.findMany({ orderBy: { formKey: "asc" } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

test("what was typed last stays, one a form and person, without an event", async () => {
  await saveDraft({ formKey: "record", values: { title: ["夜間"] } }, await as("misaki"));
  await saveDraft({ formKey: "record", values: { title: ["夜間アラート"] } }, await as("misaki"));
  await saveDraft({ formKey: "record", values: { title: ["別の人"] } }, await as("ren"));
  const mine = (await drafts()).filter(({ personId }) => personId === world.people.misaki.id);
  expect(mine).toEqual([
    { personId: world.people.misaki.id, formKey: "record", values: { title: ["夜間アラート"] }, savedAt: now },
  ]);
  expect(await eventsAbout(world.people.misaki.id)).toEqual([]);
});

test("twenty tabs at once write one draft", async () => {
  const caller = await as("misaki");
  const answers = await atOnce(20, () => saveDraft({ formKey: "quick", values: { text: ["同時"] } }, caller));
  expect(answers).toEqual(Array(20).fill({ ok: true, value: null }));
  expect(await drafts()).toHaveLength(1);
});

test("drafts end after 14 days", async () => {
  await saveDraft({ formKey: "record", values: {} }, await as("misaki"));
  await saveDraft({ formKey: "quick", values: {} }, await as("misaki", new Date("2026-12-04T00:59:00Z")));
  expect(await drafts()).toHaveLength(2);
  await saveDraft({ formKey: "quick", values: {} }, await as("misaki", new Date("2026-12-04T01:01:00Z")));
  expect((await drafts()).map(({ formKey }) => formKey)).toEqual(["quick"]);
});

test("a correction has a draft of its own, for the trainee's own records only; sending it erases it", async () => {
  const { id: recordId } = await aRecord(world.people.misaki, { happenedOn: "2026-11-05" });
  const formKey = `record:${recordId}`;
  expect(await saveDraft({ formKey, values: {} }, await as("ren"))).toEqual({
    ok: false,
    refusal: { code: "NotFound" },
  });
  await saveDraft({ formKey, values: { title: ["直す"] } }, await as("misaki"));
  await saveDraft({ formKey: "record", values: { title: ["別の記録"] } }, await as("misaki"));
  const sent = { ...aDraft({ happenedOn: "2026-11-05", kind: "report" }), recordId, onceKey: newId() };
  expect(await correctRecord(sent, await as("misaki"))).toMatchObject({ ok: true });
  expect((await drafts()).map((draft) => draft.formKey)).toEqual(["record"]);
});
