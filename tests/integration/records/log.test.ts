import { beforeEach, describe, expect, test } from "vitest";
import type { RecordInput } from "@/lib/domain/record-input";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { logRecord, saveDraft } from "@/lib/records/commands";
import { recordForm } from "@/lib/records/schema";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { anEnrolment } from "@/tests/support/builders";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aSignOff, enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const REPORT = "g1.s1.monthly-report";
let world: World;
let liaison: { id: string };
const as = async (name: PersonaName, at = now) => ({ actor: await actorOf(world.people[name].id), now: at });
const refused = (refusal: object) => ({ ok: false, refusal });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

/** Misaki's report for October, written on 5 November. */
const report = (wish: Partial<RecordInput> = {}): RecordInput & { onceKey: string } => ({
  onceKey: newId(),
  ...aDraft({
    happenedOn: "2026-11-05",
    kind: "report",
    title: "10月の月次報告",
    periodCovered: "2026-10",
    evidence: [{ kind: "link", value: "https://wiki.example/reports/2026-10" }],
  }),
  claims: [{ enrolmentId: liaison.id, criterionCode: REPORT, parts: [] }],
  ...wish,
});
const recordsOf = (name: PersonaName) =>
  db().practiceRecord.findMany({
    where: { personId: world.people[name].id },
    include: { claims: true, evidence: true },
    orderBy: { id: "asc" },
  });

describe("Sato Misaki logs the report for October", () => {
  test("as one record with its evidence and a claim that waits", async () => {
    const done = await logRecord(report(), await as("misaki"));
    const [record] = await recordsOf("misaki");
    expect(done).toEqual({ ok: true, value: { recordId: record?.id, claims: 1 } });
    expect(record).toMatchObject({
      happenedOn: new Date("2026-11-05"),
      periodCovered: new Date("2026-10-01"),
      kind: "report",
      title: "10月の月次報告",
      learned: "",
      tlp: "AMBER",
      loggedAt: now,
      correctsId: null,
      withdrawnAt: null,
      claims: [{ enrolmentId: liaison.id, criterionCode: REPORT, parts: [], claimedAt: now, withdrawnAt: null }],
      evidence: [{ kind: "link", value: "https://wiki.example/reports/2026-10", position: 0 }],
    });
  });

  test("and the audit holds ids, codes and numbers only", async () => {
    const done = await logRecord(report(), await as("misaki"));
    const recordId = done.ok ? done.value.recordId : "";
    const claim = await db().recordClaim.findFirstOrThrow({ where: { recordId } });
    const content = expect.stringMatching(/^[0-9a-f]{64}$/);
    const claims = [`${claim.id} ${claim.enrolmentId} ${REPORT}`];
    expect(await eventsAbout(world.people.misaki.id)).toEqual([
      {
        action: "RecordLogged",
        actor: world.people.misaki.id,
        body: { recordId, kind: "report", happenedOn: "2026-11-05", content, claims },
      },
    ]);
  });

  test("forty times at once, and once more: one record", async () => {
    const form = report();
    const caller = await as("misaki");
    const answers = await atOnce(40, () => logRecord(form, caller));
    const [record, ...more] = await recordsOf("misaki");
    expect(more).toEqual([]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { recordId: record?.id, claims: 1 } })]),
    );
    expect(await logRecord({ ...form, title: "別の件名" }, caller)).toEqual(answers[0]);
    expect(await eventsAbout(world.people.misaki.id)).toHaveLength(1);
  });

  test("the same key from another person is another record", async () => {
    const form = report({ claims: [] });
    await logRecord(form, await as("misaki"));
    await logRecord(form, await as("ren"));
    expect(await recordsOf("ren")).toHaveLength(1);
  });

  test("and the draft of the form is gone, the one of the quick log is not", async () => {
    const caller = await as("misaki");
    await saveDraft({ formKey: "record", values: { title: ["書きかけ"] } }, caller);
    await saveDraft({ formKey: "quick", values: { text: ["書きかけ"] } }, caller);
    await logRecord(report(), caller);
    expect(await db().draft.findMany({ select: { formKey: true } })).toEqual([{ formKey: "quick" }]);
  });
});

describe("what is refused writes nothing", () => {
  const refusals: readonly [string, Partial<RecordInput>, object][] = [
    ["tomorrow", { happenedOn: "2026-11-21" }, { code: "HappenedInFuture" }],
    [
      "more than two years before enrolment",
      { happenedOn: "2022-03-31", periodCovered: "2022-03" },
      { code: "DayTooLongAgo", earliestOn: "2022-04-01" },
    ],
    ["no month for a monthly report", { periodCovered: null }, { code: "FieldsMissing", fields: ["periodCovered"] }],
    [
      "a mentor of another role group",
      { tlp: "RED", did: null, mentorPresentId: "00000000-0000-7000-8000-000000000000" },
      { code: "MentorUnknown" },
    ],
    ["TLP:RED with text", { tlp: "RED" }, { code: "RedHoldsReferenceOnly" }],
  ];
  test.each(refusals)("%s", async (_name, wish, refusal) => {
    expect(await logRecord(report(wish), await as("misaki"))).toEqual(refused(refusal));
    expect(await recordsOf("misaki")).toEqual([]);
    expect(await eventsAbout(world.people.misaki.id)).toEqual([]);
  });

  test("the day is the team's: it is the 21st in Tokyo while it is the 20th in London", async () => {
    const evening = new Date("2026-11-20T15:30:00Z");
    const form = report({ happenedOn: "2026-11-21", periodCovered: "2026-11" });
    expect(await logRecord(form, await as("misaki", evening))).toMatchObject({ ok: true });
  });

  test("somebody else's enrolment, an ended one, a STEP that is signed off, and a person without enrolments", async () => {
    const { misaki, ren, yuko, makoto } = world.people;
    const others = await enrolmentOf(ren, "soc-monitoring");
    const { edition } = world;
    const ended = await anEnrolment(misaki, world.teams.soc, {
      edition,
      by: makoto,
      roleGroupCode: "soc-monitoring",
      endedOn: "2026-10-01",
    });
    const claim = (enrolmentId: string, criterionCode: string) => ({
      claims: [{ enrolmentId, criterionCode, parts: [] }],
    });
    const notClaimable = refused({ code: "CriterionNotClaimable" });
    const caller = await as("misaki");
    expect(await logRecord(report(claim(others.id, "g3.s1.reading")), caller)).toEqual(notClaimable);
    expect(await logRecord(report(claim(ended.id, "g3.s1.reading")), caller)).toEqual(notClaimable);
    await aSignOff(liaison, 1, { by: yuko, trainee: misaki });
    expect(await logRecord(report(), caller)).toEqual(notClaimable);
    expect(await logRecord(report({ claims: [] }), await as("soto"))).toEqual(refused({ code: "NotEnrolled" }));
  });

  test("later STEPs may be recorded ahead", async () => {
    const ahead = report({ claims: [{ enrolmentId: liaison.id, criterionCode: "g1.s2.target-structure", parts: [] }] });
    expect(await logRecord(ahead, await as("misaki"))).toMatchObject({ ok: true });
  });
});

describe("the quick log", () => {
  test("fills in today and the kind, and drops fields that nothing needs", async () => {
    const quick = report({ happenedOn: null, kind: null, supervision: 4, judged: 3, right: 2, incidentRef: "INC-1" });
    await logRecord(quick, await as("misaki"));
    const [record] = await recordsOf("misaki");
    expect(record).toMatchObject({
      happenedOn: new Date("2026-11-20"),
      kind: "report",
      supervision: null,
      judged: null,
      incidentRef: null,
      periodCovered: new Date("2026-10-01"),
    });
  });

  test("takes the kind that was used last for the criterion", async () => {
    const criterionCode = "g1.s1.incident-reports";
    await aRecord(world.people.misaki, {
      happenedOn: "2026-11-01",
      kind: "report",
      claims: [{ enrolment: liaison, criterionCode }],
    });
    const claims = [{ enrolmentId: liaison.id, criterionCode, parts: [] }];
    await logRecord(report({ kind: null, claims }), await as("misaki"));
    expect((await recordsOf("misaki")).at(-1)?.kind).toBe("report");
  });
});

test("TLP:RED names the mentor and holds no text", async () => {
  const { kenichi } = world.people;
  const red = report({ tlp: "RED", did: null, mentorPresentId: kenichi.id, title: "INC-2026-031 の参照" });
  expect(await logRecord(red, await as("misaki"))).toMatchObject({ ok: true });
  expect((await recordsOf("misaki"))[0]).toMatchObject({
    tlp: "RED",
    mentorPresentId: kenichi.id,
    did: "",
    learned: "",
  });
});

test("what a browser sends becomes what is logged", async () => {
  const parsed = recordForm.parse({
    onceKey: newId(),
    happenedOn: "2026-11-05",
    kind: "report",
    title: " 10月の月次報告 ",
    did: "",
    tlp: "AMBER+STRICT",
    periodCovered: "2026-10",
    evidence: "https://wiki.example/a\r\nSOC-20418\n\nSOC-20418",
    claims: [`${liaison.id}:${REPORT}`],
  });
  const { next: _next, from: _from, ...form } = parsed;
  expect(await logRecord(form, await as("misaki"))).toMatchObject({ ok: true });
  const [record] = await recordsOf("misaki");
  expect(record?.evidence.map(({ kind, value }) => [kind, value])).toEqual([
    ["link", "https://wiki.example/a"],
    ["ticket", "SOC-20418"],
  ]);
  expect(record).toMatchObject({ title: "10月の月次報告", did: "", tlp: "AMBER+STRICT" });
});
