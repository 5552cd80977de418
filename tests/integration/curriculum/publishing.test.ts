import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Content, Wording } from "@/lib/content/schema";
import { publishCurriculum } from "@/lib/curriculum/commands";
import {
  curriculumFor,
  curriculumWords,
  findEdition,
  findWording,
  forgetLatest,
  latestEdition,
  searchCurriculum,
} from "@/lib/curriculum/queries";
import type { EditionStructure } from "@/lib/domain/curriculum";
import { db } from "@/lib/platform/db";
import { canonicalJson, digestOf } from "@/lib/platform/digest";
import { newId } from "@/lib/platform/ids";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { ownContent } from "@/tests/support/edited-content";
import { NOBODY } from "@/tests/support/nobody";

const own = ownContent();
const morning = new Date("2026-11-20T01:00:00Z");
const later = (hours: number) => new Date(morning.getTime() + hours * 3_600_000);

const contentOf = (structure: EditionStructure, words: Wording): Content => ({
  structure,
  structureDigest: digestOf(structure),
  words,
  wordsDigest: digestOf(words),
});

/** The liaison group asks for 24 months of reports instead of 12. */
const stricter = () => {
  const structure: EditionStructure = JSON.parse(
    JSON.stringify(own.structure).replace('"kind":"cadence","months":12', '"kind":"cadence","months":24'),
  );
  return contentOf(structure, own.words);
};
/** Somebody found a better title. */
const reworded = (title = { ja: "毎月の報告", en: "Report every month" }) => {
  const { "g1.s1.monthly-report": item, ...items } = own.words.items;
  if (!item) throw new Error("no monthly report");
  return contentOf(own.structure, { ...own.words, items: { ...items, "g1.s1.monthly-report": { ...item, title } } });
};
/** The monthly report is taken out of the curriculum. */
const shortened = () => {
  const roleGroups = own.structure.roleGroups.map((group) => ({
    ...group,
    steps: group.steps.map((step) => ({
      ...step,
      criteria: step.criteria.filter(({ code }) => code !== "g1.s1.monthly-report"),
    })),
  }));
  const { "g1.s1.monthly-report": _, ...items } = own.words.items;
  return contentOf({ ...own.structure, roleGroups }, { ...own.words, items });
};

const publish = async (content: Content, at = morning) => {
  const published = await publishCurriculum(content, at);
  forgetLatest();
  return published;
};
const rows = async () => [await db().curriculumEdition.count(), await db().curriculumWording.count()];
const months = async (editionId: string) => {
  const rule = (await curriculumFor(editionId)).criterion("g1.s1.monthly-report")?.rule;
  return rule?.kind === "cadence" ? rule.months : null;
};

beforeEach(async () => {
  await emptyDatabase();
  await db().curriculumEdition.deleteMany();
  await db().curriculumWording.deleteMany();
  forgetLatest();
});
afterEach(forgetLatest);

describe("publishing the curriculum", () => {
  test("the first time makes an edition and a wording, and the audit says which", async () => {
    expect(await publish(own)).toEqual({ ok: true, value: { edition: true, wording: true } });
    const edition = await latestEdition();
    expect(edition.digest).toBe(own.structureDigest);
    expect(canonicalJson(edition.structure)).toBe(canonicalJson(own.structure));
    expect((await curriculumWords("en")).title("g1.s1.monthly-report")).toBe("Monthly report in normal times");
    const [event] = await eventsAbout(edition.editionId);
    expect(event).toMatchObject({
      action: "CurriculumPublished",
      actor: "system",
      body: { editionDigest: own.structureDigest },
    });
  });

  test("the second time changes nothing and says nothing", async () => {
    await publish(own);
    expect(await publish(own, later(1))).toEqual({ ok: true, value: { edition: false, wording: false } });
    expect(await rows()).toEqual([1, 1]);
    expect(await eventsAbout((await latestEdition()).editionId)).toHaveLength(1);
  });

  test("ten starts at once publish it once", async () => {
    const published = await atOnce(10, () => publishCurriculum(own, morning));
    expect(published.filter((each) => each.ok && each.value.edition)).toHaveLength(1);
    expect(await rows()).toEqual([1, 1]);
  });

  test("a changed rule is a new edition; who is enrolled stays on theirs", async () => {
    await publish(own);
    const before = (await latestEdition()).editionId;
    expect(await publish(stricter(), later(1))).toEqual({ ok: true, value: { edition: true, wording: false } });
    const after = (await latestEdition()).editionId;
    expect(after).not.toBe(before);
    expect([await months(before), await months(after)]).toEqual([12, 24]);
    expect(await rows()).toEqual([2, 1]);
  });

  test("changed words are a revision and show at once, on every edition", async () => {
    await publish(own);
    expect(await publish(reworded(), later(1))).toEqual({ ok: true, value: { edition: false, wording: true } });
    expect((await curriculumWords("ja")).title("g1.s1.monthly-report")).toBe("毎月の報告");
    expect((await findWording()).digest).toBe(reworded().wordsDigest);
    expect(await rows()).toEqual([1, 2]);
  });

  test("what comes back becomes the newest again, without a new row", async () => {
    await publish(own);
    await publish(stricter(), later(1));
    await publish(reworded(), later(2));
    expect(await publish(own, later(3))).toEqual({ ok: true, value: { edition: false, wording: true } });
    expect((await latestEdition()).digest).toBe(own.structureDigest);
    expect((await findWording()).digest).toBe(own.wordsDigest);
    expect(await rows()).toEqual([2, 2]);
  });

  test("an item taken out keeps its words for who is still measured by it, through later revisions", async () => {
    await publish(own);
    const before = await latestEdition();
    await publish(shortened(), later(1));
    await publish(
      { ...shortened(), ...reworded(), structure: shortened().structure, structureDigest: shortened().structureDigest },
      later(2),
    );
    await publish(shortened(), later(3));
    expect((await latestEdition()).criterion("g1.s1.monthly-report")).toBeNull();
    expect(before.criterion("g1.s1.monthly-report")).not.toBeNull();
    expect((await curriculumWords("ja")).title("g1.s1.monthly-report")).toBe("平常時の月次報告");
  });
});

describe("reading it", () => {
  test("an edition that is not there is none, and is asked for again", async () => {
    const id = newId();
    expect(await findEdition(id)).toBeNull();
    await expect(curriculumFor(id)).rejects.toThrow(id);
    const { structure, structureDigest } = own;
    await db().curriculumEdition.create({
      data: { id, digest: structureDigest, structure: JSON.parse(JSON.stringify(structure)), loadedAt: morning },
    });
    expect((await findEdition(id))?.editionId).toBe(id);
  });

  test("before anything was published, reading says what to do", async () => {
    await expect(latestEdition()).rejects.toThrow("npm start");
    await publish(own);
    expect((await latestEdition()).structure.roleGroups).toHaveLength(7);
  });

  test("search finds in the newest edition, with the newest words", async () => {
    await publish(own);
    const reader = { ...NOBODY, id: newId() };
    const found = async (query: string) =>
      (await searchCurriculum(reader, query, "ja")).map(({ roleGroup }) => roleGroup);
    expect(await found("4.1.5.4#1")).toEqual(["liaison-coordination"]);
    await publish(reworded({ ja: "毎月の便り", en: "Letter" }), later(1));
    expect(await found("便り")).toEqual(["liaison-coordination"]);
    await publish(shortened(), later(2));
    expect(await found("便り")).toEqual([]);
  });
});
