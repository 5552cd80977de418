import { beforeEach, expect, test } from "vitest";
import { mayReadNotes } from "@/lib/domain/mentor-note";
import { takeBackNote, writeNote } from "@/lib/mentor-note/commands";
import { listNotes } from "@/lib/mentor-note/queries";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { loadEnrolments, ofPerson } from "@/lib/training/facts";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { actorOf, aWorld, PERSONAS, type PersonaName, type World } from "@/tests/support/personas";
import { at } from "@/tests/support/practice";

const now = at("2026-11-20", "14:02");
const TEXT = "報告の組み立てがよくなりました。次は判断の根拠を先に書いてみましょう。";
const NOT_FOUND = { ok: false, refusal: { code: "NotFound" } };

let world: World;
beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
});
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });
const aboutMisaki = (onceKey = newId()) => ({ onceKey, personId: world.people.misaki.id, text: TEXT });
const seenBy = async (name: PersonaName) =>
  (await listNotes(await actorOf(world.people[name].id), world.people.misaki.id)).map(({ text }) => text);

test("sent twenty times at once it is one note and one event, without a word of it", async () => {
  const [form, caller] = [aboutMisaki(), await as("kenichi")];
  const answers = await atOnce(20, () => writeNote(form, caller));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await db().mentorNote.findMany()).toMatchObject([
    { text: TEXT, byId: world.people.kenichi.id, writtenAt: now },
  ]);
  const events = await eventsAbout(world.people.misaki.id);
  expect(events).toEqual([
    { action: "MentorNoteWritten", actor: world.people.kenichi.id, body: { noteId: form.onceKey } },
  ]);
});

test("the trainee, their mentors and managers read it; the database says the same as the domain for everybody", async () => {
  await writeNote(aboutMisaki(), await as("kenichi"));
  const refs = (await loadEnrolments(db(), ofPerson(world.people.misaki.id))).map(({ ref }) => ref);
  const readers: PersonaName[] = [];
  for (const name of PERSONAS) {
    const reads = mayReadNotes(await actorOf(world.people[name].id), refs);
    expect(await seenBy(name), name).toEqual(reads ? [TEXT] : []);
    if (reads) readers.push(name);
  }
  expect(readers).toEqual(["misaki", "kenichi", "makoto"]);
});

test("nobody but a mentor of theirs writes one", async () => {
  for (const name of ["misaki", "yuko", "makoto", "taro", "nao", "shin", "soto"] as const)
    expect(await writeNote(aboutMisaki(), await as(name)), name).toEqual(NOT_FOUND);
  expect(await writeNote({ ...aboutMisaki(), personId: newId() }, await as("kenichi"))).toEqual(NOT_FOUND);
  expect(await db().mentorNote.count()).toBe(0);
});

test("taken back once, by its writer; it stays as a trace whose text only its two people read", async () => {
  const form = aboutMisaki();
  await writeNote(form, await as("kenichi"));
  const noteId = form.onceKey;
  expect(await takeBackNote({ noteId }, await as("makoto"))).toEqual(NOT_FOUND);
  const caller = await as("kenichi");
  for (const answer of await atOnce(10, () => takeBackNote({ noteId }, caller))) expect(answer.ok).toBe(true);
  expect((await eventsAbout(world.people.misaki.id)).map(({ action }) => action)).toEqual([
    "MentorNoteWritten",
    "MentorNoteTakenBack",
  ]);
  expect([await seenBy("misaki"), await seenBy("kenichi"), await seenBy("makoto")]).toEqual([[TEXT], [TEXT], [null]]);
  expect(await takeBackNote({ noteId: newId() }, caller)).toEqual(NOT_FOUND);
});

test("the database lets nobody edit a note, nor bring back what was taken back", async () => {
  const form = aboutMisaki();
  await writeNote(form, await as("kenichi"));
  const where = { id: form.onceKey };
  await expect(db().mentorNote.update({ where, data: { text: "別の文" } })).rejects.toThrow();
  await takeBackNote({ noteId: form.onceKey }, await as("kenichi"));
  await expect(db().mentorNote.update({ where, data: { takenBackAt: null } })).rejects.toThrow();
});
