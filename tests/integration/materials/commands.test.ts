import { beforeEach, describe, expect, test } from "vitest";
import { latestEdition } from "@/lib/curriculum/queries";
import { MOST_IN_ONE_PLACE } from "@/lib/domain/material";
import { addMaterial, changeMaterial, moveMaterial, removeMaterial } from "@/lib/materials/commands";
import { findKept, findMaterial, findMaterials, summariseMaterials } from "@/lib/materials/queries";
import { itemPlace, newMaterial, stepPlace } from "@/lib/materials/schema";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const now = new Date("2026-11-20T01:00:00Z");
let world: World;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const refused = (code: string, fields: object = {}) => ({ ok: false, refusal: { code, ...fields } });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});

const sent = (wish: Record<string, string> = {}) => ({
  onceKey: newId(),
  group: "soc-monitoring",
  step: "2",
  item: "",
  kind: "reading",
  titleJa: "監視手順書",
  titleEn: "",
  url: "https://wiki.aoba.example/soc",
  noteJa: "",
  noteEn: "",
  ...wish,
});
const form = (wish: Record<string, string> = {}) => newMaterial.parse(sent(wish));
const add = async (titleJa: string, wish: Record<string, string> = {}) => {
  const asked = form({ titleJa, ...wish });
  expect((await addMaterial(asked, await as("makoto"))).ok).toBe(true);
  return asked.onceKey;
};
const titles = async () => (await findMaterials("soc-monitoring")).ofStep(2).map(({ titleJa }) => titleJa);
const changeOf = (materialId: string, titleJa: string) => {
  const { group: _, step: __, item: ___, ...said } = form({ titleJa });
  return { ...said, materialId };
};

describe("adding", () => {
  test("stands at the end of its STEP, with who and when, and its event", async () => {
    await add("監視手順書");
    const id = await add("誤検知の見分け方", { kind: "lesson90", url: "", noteEn: "With a mentor" });
    expect(await titles()).toEqual(["監視手順書", "誤検知の見分け方"]);
    expect((await findMaterials("soc-monitoring")).ofStep(2)[1]).toMatchObject({
      kind: "lesson90",
      titleEn: "誤検知の見分け方",
      url: null,
      noteJa: "With a mentor",
    });
    expect(await eventsAbout(id)).toEqual([
      {
        action: "MaterialAdded",
        actor: world.people.makoto.id,
        body: { roleGroupCode: "soc-monitoring", step: 2, itemCode: null },
      },
    ]);
  });

  test("to a learning task, a topic of common education and one of basic education", async () => {
    const { structure, roleGroup } = await latestEdition();
    const topic = roleGroup("soc-monitoring").commonEducation[0]?.code ?? "";
    const basic = structure.basicEducation[0]?.code ?? "";
    await add("判定例集", { item: "g3.s2.task.1" });
    await add("監視の用語", { step: "0", item: topic });
    await add("基本方針", { group: "basic-education", step: "0", item: basic });
    const soc = await findMaterials("soc-monitoring");
    expect(soc.ofStep(2)).toEqual([]);
    expect(soc.ofItem("g3.s2.task.1").map(({ titleJa }) => titleJa)).toEqual(["判定例集"]);
    expect(soc.ofItem(topic)).toHaveLength(1);
    expect((await findMaterials(null)).ofItem(basic)).toHaveLength(1);
    expect(await summariseMaterials((await as("akari")).actor)).toEqual(
      expect.arrayContaining([
        { roleGroupCode: "soc-monitoring", step: 2, ofStep: 0, ofItems: 1 },
        { roleGroupCode: null, step: 0, ofStep: 0, ofItems: 1 },
      ]),
    );
  });

  test("not to an item of another STEP, a criterion, or nothing at all", async () => {
    for (const item of ["g3.s1.task.1", "g3.s2.pair-duty", "g9.nothing"]) {
      expect(await addMaterial(form({ item }), await as("makoto"))).toEqual(refused("NotFound"));
    }
  });

  test("the same form sent ten times at once is one material", async () => {
    const [asked, caller] = [form(), await as("makoto")];
    const answers = await atOnce(10, () => addMaterial(asked, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await db().material.count()).toBe(1);
    expect(await eventsAbout(asked.onceKey)).toHaveLength(1);
  });

  test("ends where nobody would read on", async () => {
    const row = { ...form(), addedAt: now, addedById: world.people.makoto.id };
    const { onceKey: _, group: roleGroupCode, step, item: itemCode, ...said } = row;
    const words = { ...said, titleEn: "", noteJa: "", noteEn: "" };
    const rows = Array.from({ length: MOST_IN_ONE_PLACE }, (__, position) => ({ ...words, position, id: newId() }));
    await db().material.createMany({ data: rows.map((each) => ({ ...each, roleGroupCode, step, itemCode })) });
    expect(await addMaterial(form(), await as("makoto"))).toEqual(refused("MaterialsFull", { max: MOST_IN_ONE_PLACE }));
  });
});

describe("what a form may say", () => {
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://files.example",
    "file:///etc/passwd",
    "https://",
    "//x",
  ])("%s is no link", (url) => {
    const parsed = newMaterial.safeParse(sent({ url }));
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([["url", "notALink"]]);
  });
  test("basic education has no STEP1", () => {
    expect(stepPlace.safeParse({ group: "basic-education", step: "1" }).success).toBe(false);
    expect(itemPlace.safeParse({ group: "forensics", step: "4", item: "" }).success).toBe(false);
    expect(itemPlace.parse({ group: "forensics", step: "3", item: "" })).toEqual({
      group: "forensics",
      step: 3,
      item: null,
    });
  });
  test("the database takes no other link either", async () => {
    await add("監視手順書");
    await expect(db().material.updateMany({ data: { url: "javascript:alert(1)" } })).rejects.toThrow(/Material_link/);
  });
});

describe("changing", () => {
  test("a rewording stands where the old one stood, which is kept", async () => {
    const first = await add("監視手順書 第2版");
    await add("判定基準");
    const change = changeOf(first, "監視手順書 第3版");
    const caller = await as("shin");
    const answers = await atOnce(5, () => changeMaterial(change, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await titles()).toEqual(["監視手順書 第3版", "判定基準"]);
    expect(await db().material.findUniqueOrThrow({ where: { id: first } })).toMatchObject({
      titleJa: "監視手順書 第2版",
      removedById: world.people.shin.id,
    });
    expect(await findMaterial(caller.actor, first)).toBeNull();
    expect(await changeMaterial(changeOf(first, "第4版"), caller)).toEqual(refused("MaterialGone"));
  });

  test("two who reword it at once: one does, the other is told", async () => {
    const id = await add("監視手順書");
    const [makoto, shin] = [await as("makoto"), await as("shin")];
    const answers = await Promise.all([
      changeMaterial(changeOf(id, "甲"), makoto),
      changeMaterial(changeOf(id, "乙"), shin),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("MaterialGone"));
    expect(await titles()).toHaveLength(1);
  });

  test("up and down, and nobody falls out", async () => {
    const [first] = [await add("一"), await add("二")];
    const third = await add("三");
    const caller = await as("makoto");
    await moveMaterial({ materialId: third, direction: "up" }, caller);
    await moveMaterial({ materialId: first, direction: "up" }, caller);
    expect(await titles()).toEqual(["一", "三", "二"]);
    await moveMaterial({ materialId: first, direction: "down" }, caller);
    expect(await titles()).toEqual(["三", "一", "二"]);
  });

  test("removed, as often as it is sent; the others close up", async () => {
    const [first] = [await add("一"), await add("二")];
    const caller = await as("makoto");
    const answers = await atOnce(5, () => removeMaterial({ materialId: first }, caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await titles()).toEqual(["二"]);
    expect((await eventsAbout(first)).map(({ action }) => action)).toEqual(["MaterialAdded", "MaterialRemoved"]);
    await add("三");
    expect(await titles()).toEqual(["二", "三"]);
  });
});

describe("twenty at once", () => {
  const positions = async () =>
    (await db().material.findMany({ where: { removedAt: null }, orderBy: { position: "asc" } })).map(
      ({ position }) => position,
    );

  test("twenty different ones to one place: each has its own number", async () => {
    const caller = await as("makoto");
    const answers = await atOnce(20, () => addMaterial(form({ titleJa: "監視手順書" }), caller));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await positions()).toEqual(Array.from({ length: 20 }, (_, place) => place));
  });

  test("moved up and down by twenty: nobody falls out, and two stand nowhere together", async () => {
    const ids = [await add("一"), await add("二"), await add("三"), await add("四")];
    const callers = [await as("makoto"), await as("shin")];
    const moves = Array.from({ length: 20 }, (_, turn) => {
      const direction = turn % 3 === 0 ? ("up" as const) : ("down" as const);
      return moveMaterial({ materialId: ids[turn % 4] ?? "", direction }, callers[turn % 2] ?? callers[0] ?? missing());
    });
    expect((await Promise.all(moves)).every(({ ok }) => ok)).toBe(true);
    expect(await positions()).toEqual([0, 1, 2, 3]);
    expect((await titles()).toSorted()).toEqual(["一", "三", "二", "四"].toSorted());
  });

  test("reworded by one while another takes it out: one of the two, and the other is told", async () => {
    const id = await add("監視手順書");
    await add("判定基準");
    const [makoto, shin] = [await as("makoto"), await as("shin")];
    const [changed, removed] = await Promise.all([
      changeMaterial(changeOf(id, "監視手順書 第2版"), makoto),
      removeMaterial({ materialId: id }, shin),
    ]);
    expect(removed.ok).toBe(true);
    if (!changed.ok) expect(changed).toEqual(refused("MaterialGone"));
    expect(await titles()).toEqual(changed.ok ? ["監視手順書 第2版", "判定基準"] : ["判定基準"]);
  });
});

const missing = (): never => {
  throw new Error("nobody");
};

test("who keeps them, who only looks, and who does not", async () => {
  const id = await add("監視手順書");
  const kept = async (name: PersonaName) => (await findKept((await as(name)).actor, "soc-monitoring"))?.maySet ?? null;
  expect(await Promise.all((["makoto", "shin", "akari", "misaki", "kenichi"] as const).map(kept))).toEqual([
    true,
    true,
    false,
    null,
    null,
  ]);
  expect(await findMaterial((await as("akari")).actor, id)).toBeNull();
  expect((await findMaterial((await as("makoto")).actor, id))?.titleJa).toBe("監視手順書");
});
