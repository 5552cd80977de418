import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/platform/ids";
import { correctRecord, saveDraft, withdrawRecord } from "@/lib/records/commands";
import { findForForm, findLogSurroundings, findOwnRecord, listOwnRecords } from "@/lib/records/queries";
import { type RecordFilter, recordFilter } from "@/lib/records/schema";
import { emptyDatabase } from "@/tests/support/database";
import { aDraft } from "@/tests/support/drafts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { aRecord, aRemark, aSignOff, aVerification, enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const REPORT = "g1.s1.monthly-report";
const INCIDENT = "g1.s1.incident-reports";
let world: World;
let liaison: { id: string };
const actor = (name: PersonaName) => actorOf(world.people[name].id);
const as = async (name: PersonaName, at = now) => ({ actor: await actor(name), now: at });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  liaison = await enrolmentOf(world.people.misaki, "liaison-coordination");
});

const claimed = (...codes: string[]) => codes.map((criterionCode) => ({ enrolment: liaison, criterionCode }));
const aReport = (happenedOn: string, wish: Partial<Parameters<typeof aRecord>[1]> = {}) =>
  aRecord(world.people.misaki, { happenedOn, periodCovered: happenedOn.slice(0, 7), claims: claimed(REPORT), ...wish });

describe("the list of own records", () => {
  const all: RecordFilter = { kind: null, state: null, search: "", page: 1 };
  const titles = async (filter: Partial<RecordFilter> = {}, name: PersonaName = "misaki") =>
    (await listOwnRecords(await actor(name), { ...all, ...filter })).records.map(({ title }) => title);

  /** One record of each state. */
  async function oneOfEach() {
    const { kenichi } = world.people;
    await aReport("2026-11-01", { title: "待っている報告" });
    const verified = await aReport("2026-10-01", { title: "確認された報告" });
    await aVerification(verified.claimIds[0] ?? "", kenichi);
    const returned = await aReport("2026-09-01", { title: "戻された報告", claims: claimed(REPORT, INCIDENT) });
    const [claimId = ""] = returned.claimIds;
    await aRemark({ enrolment: liaison, criterionCode: REPORT, claimId, by: kenichi });
    await aRecord(world.people.misaki, { happenedOn: "2026-08-01", kind: "course", title: "研修に参加" });
    const taken = await aReport("2026-07-01", { title: "取り下げた報告" });
    await withdrawRecord({ recordId: taken.id }, await as("misaki"));
  }

  test("newest first, what stands; each state by itself", async () => {
    await oneOfEach();
    expect(await titles()).toEqual(["待っている報告", "確認された報告", "戻された報告", "研修に参加"]);
    expect(await titles({ state: "waiting" })).toEqual(["待っている報告"]);
    expect(await titles({ state: "verified" })).toEqual(["確認された報告"]);
    expect(await titles({ state: "sentBack" })).toEqual(["戻された報告"]);
    expect(await titles({ state: "unclaimed" })).toEqual(["研修に参加"]);
    expect(await titles({ state: "old" })).toEqual(["取り下げた報告"]);
    expect(await titles({ kind: "course" })).toEqual(["研修に参加"]);
    expect(await titles({}, "ren")).toEqual([]);
  });

  test("searched in title, text, incident and evidence; signs of the pattern are plain", async () => {
    await aReport("2026-11-01", { title: "検知率100%の報告", evidence: ["SOC-20418"] });
    await aReport("2026-10-01", { title: "検知率100件の報告", incidentRef: "INC_7" });
    expect(await titles({ search: "100%" })).toEqual(["検知率100%の報告"]);
    expect(await titles({ search: "soc-204" })).toEqual(["検知率100%の報告"]);
    expect(await titles({ search: "inc_7" })).toEqual(["検知率100件の報告"]);
    expect(await titles({ search: "incx7" })).toEqual([]);
    expect(await titles({ search: "本文" })).toHaveLength(2);
  });

  test("fifty a page, with how many there are in all", async () => {
    for (let day = 1; day <= 26; day += 1) {
      await aReport(`2026-10-${String(day).padStart(2, "0")}`);
      await aReport(`2026-09-${String(day).padStart(2, "0")}`);
    }
    const first = await listOwnRecords(await actor("misaki"), all);
    const second = await listOwnRecords(await actor("misaki"), { ...all, page: 2 });
    expect([first.records.length, first.total, second.records.length, second.total]).toEqual([50, 52, 2, 52]);
    expect(second.records.map(({ happenedOn }) => happenedOn)).toEqual(["2026-09-02", "2026-09-01"]);
  });
});

describe("what surrounds logging", () => {
  const surroundings = async (formKey = "record") => findLogSurroundings(await actor("misaki"), formKey, now);

  test("nothing at first", async () => {
    expect(await surroundings()).toEqual({
      draft: null,
      recent: [],
      lastClaims: [],
    });
  });

  test("the last records, the claims of the last of each kind", async () => {
    for (const day of ["2026-11-01", "2026-11-02", "2026-11-03"]) await aReport(day);
    await aRecord(world.people.misaki, { happenedOn: "2026-11-04", kind: "incident", claims: claimed(INCIDENT) });
    const found = await surroundings();
    expect(found.recent.map(({ happenedOn }) => happenedOn)).toEqual(["2026-11-04", "2026-11-03", "2026-11-02"]);
    expect(found.lastClaims).toEqual([
      { kind: "incident", claims: [`${liaison.id}:${INCIDENT}`] },
      { kind: "report", claims: [`${liaison.id}:${REPORT}`] },
    ]);
  });

  test("the draft of this form, while it is young", async () => {
    await saveDraft({ formKey: "record", values: { title: ["書きかけ"] } }, await as("misaki"));
    expect((await surroundings()).draft).toEqual({ values: { title: ["書きかけ"] }, savedAt: now });
    expect((await surroundings("quick")).draft).toBeNull();
    const later = new Date("2026-12-05T01:00:00Z");
    expect((await findLogSurroundings(await actor("misaki"), "record", later)).draft).toBeNull();
  });
});

describe("one own record", () => {
  test("with its claims, what was confirmed, sent back and signed off, and what corrected it", async () => {
    const { misaki, kenichi } = world.people;
    const { id, claimIds } = await aReport("2026-11-05", {
      claims: claimed(REPORT, INCIDENT),
      mentorPresentId: kenichi.id,
      evidence: ["SOC-1", "SOC-2"],
    });
    const verification = await aVerification(claimIds[0] ?? "", kenichi);
    await aSignOff(liaison, 1, {
      by: kenichi,
      trainee: misaki,
      frozen: [{ claimId: claimIds[0] ?? "", verification }],
    });
    await aRemark({ enrolment: liaison, criterionCode: INCIDENT, claimId: claimIds[1] ?? "", by: kenichi });
    const record = await findOwnRecord(await actor("misaki"), id);
    expect(record).toMatchObject({
      recordId: id,
      loggedOn: "2026-11-05",
      correctsId: null,
      correctedById: null,
      mentorPresent: { name: "高橋 健一", latinName: "Kenichi Takahashi" },
      draft: {
        happenedOn: "2026-11-05",
        periodCovered: "2026-11",
        learned: null,
        evidence: [{ value: "SOC-1" }, { value: "SOC-2" }],
      },
      claims: [
        {
          criterionCode: REPORT,
          frozen: true,
          verification: { by: { name: "高橋 健一" }, on: "2026-11-01" },
          remarks: [],
        },
        {
          criterionCode: INCIDENT,
          frozen: false,
          verification: null,
          remarks: [{ madeOn: "2026-11-18", settled: false, answer: null }],
        },
      ],
    });
  });

  test("names its correction, and the correction names it", async () => {
    const { id } = await aReport("2026-11-05");
    const form = { ...aDraft({ happenedOn: "2026-11-05", kind: "report" }), recordId: id, onceKey: newId() };
    const done = await correctRecord(form, await as("misaki"));
    const newer = done.ok ? done.value.recordId : "";
    expect(await findOwnRecord(await actor("misaki"), id)).toMatchObject({ correctedById: newer, corrected: true });
    expect(await findOwnRecord(await actor("misaki"), newer)).toMatchObject({ correctsId: id, corrected: false });
  });

  test("is nobody else's to open here, mentor and manager included", async () => {
    const { id } = await aReport("2026-11-05");
    for (const name of ["ren", "kenichi", "makoto", "shin"] as const) {
      expect(await findOwnRecord(await actor(name), id)).toBeNull();
      expect(await findForForm(await actor(name), id)).toBeNull();
    }
    expect(await findForForm(await actor("misaki"), id)).toMatchObject({ recordId: id });
  });
});

describe("the address of the list", () => {
  const everything = { kind: null, state: null, search: "", page: 1 };

  test("names kind, state, search and page", () => {
    const asked = { kind: "meeting", state: "sentBack", search: " SOC-204 ", page: "2" };
    expect(recordFilter.parse(asked)).toEqual({ kind: "meeting", state: "sentBack", search: "SOC-204", page: 2 });
    expect(recordFilter.parse({})).toEqual(everything);
  });

  test("falls back to what stands where it cannot be read", () => {
    const asked = { kind: "gossip", state: ["waiting", "old"], search: "x".repeat(101), page: "-1" };
    expect(recordFilter.parse(asked)).toEqual(everything);
    expect(recordFilter.parse({ search: "\u0000", page: "9999999999" })).toEqual(everything);
  });

  test("beyond the last page nothing is listed", async () => {
    await aReport("2026-11-01");
    const far = await listOwnRecords(await actor("misaki"), { ...everything, page: 100_000 });
    expect(far.records).toEqual([]);
  });
});
