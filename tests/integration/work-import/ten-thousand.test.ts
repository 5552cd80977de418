import { beforeAll, expect, test } from "vitest";
import { listTraining } from "@/lib/training/queries";
import { verifyImported } from "@/lib/work-import/commands";
import { findImport } from "@/lib/work-import/queries";
import { aMembership, aMentorship, anEnrolment, aPerson, type PersonMade } from "@/tests/support/builders";
import { asApp, emptyDatabase } from "@/tests/support/database";
import { ANALYSTS, type Counted, countByHand, judgedLater, manyAlerts } from "@/tests/support/many-alerts";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { recognisedUpTo } from "@/tests/support/practice";
import { aSource, bringInWork, untold } from "@/tests/support/work-files";
import { aMapping } from "@/tests/support/work-mappings";

/** 4.3.6.4: at least 50 alerts judged, nine in ten of them rightly, from a file of 10,000 against a count without the product. */

const now = new Date("2026-11-24T01:00:00Z");
const ACCURACY = "g3.s2.alert-judgement";
const LEAST = 50;
const PERCENT = 90;

let world: World;
let sourceId: string;
const analysts = new Map<string, PersonMade>();
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now });

async function anAnalyst(name: string) {
  const person = await aPerson({ name, email: `${name}@aoba.example` });
  await aMembership(person, world.teams.soc);
  const wish = { edition: world.edition, by: world.people.makoto };
  const enrolment = await anEnrolment(person, world.teams.soc, { ...wish, roleGroupCode: "soc-monitoring" });
  await recognisedUpTo(enrolment, world.people.makoto, 1);
  analysts.set(name, person);
}

beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
  await aMentorship(world.people.kenichi, "soc-monitoring", world.teams.soc);
  for (const name of ANALYSTS) await anAnalyst(name);
  const mapping = aMapping({ trueWords: ["検知", "TP"], falseWords: ["誤検知", "FP"], asideWords: ["保留", "調査中"] });
  const people = ANALYSTS.map((name) => [name, analysts.get(name)?.email ?? null] as const);
  sourceId = await aSource(
    world.teams.soc,
    await as("makoto"),
    mapping,
    Object.fromEntries([...people, ["soar", null]]),
  );
});

const byName = <T>(rows: readonly (T & { name: string })[]) => new Map(rows.map((row) => [row.name, row]));

/** A manager brings the file in; a mentor sees everybody's numbers and verifies them in one act. */
async function importedAndVerified(text: string) {
  const done = await bringInWork(sourceId, text, await as("makoto"), true);
  if (!done.ok || !("importId" in done.value)) throw new Error("not imported");
  const { importId, counts } = done.value;
  const kenichi = await as("kenichi");
  const shares = (await findImport(kenichi.actor, importId))?.shares ?? [];
  const people = shares.filter(({ mine }) => mine > 0).map(({ personId }) => personId);
  const verified = await verifyImported({ importId, people }, kenichi);
  return { counts, shares: byName(shares), verified };
}

/** The criterion as each analyst's own page shows it. */
async function shownTo(name: string) {
  const actor = await actorOf(analysts.get(name)?.id ?? "");
  const views = await listTraining(actor, actor.id, now);
  const step = views.flatMap(({ measured }) => measured).find((each) => each.step === 2);
  const tree = step?.progress?.criteria.find(({ criterionCode }) => criterionCode === ACCURACY);
  const [judged, ratio] = tree?.parts ?? [];
  return { judged: judged?.have, need: judged?.need, percent: ratio?.have, least: ratio?.need, met: tree?.met };
}

const expected = ({ judged, right }: Counted) => ({
  judged,
  need: LEAST,
  percent: judged === 0 ? 0 : Math.floor((right * 1000) / judged) / 10,
  least: PERCENT,
  met: judged >= LEAST && right * 100 >= PERCENT * judged,
});

/** What the rows say: alerts that stand, on records whose claim a mentor confirmed with these numbers. */
async function storedRows() {
  const { rows } = await asApp((client) =>
    client.query<{ name: string; judged: number; right: number; confirmed: number; confirmedRight: number }>(
      `with lines as (
         select i."personId", count(*)::int as judged, count(*) filter (where i.verdict = i."finalVerdict")::int as "right"
           from "WorkItem" i where i."supersededAt" is null group by 1),
       confirmed as (
         select r."personId", sum(v.judged)::int as judged, sum(v."right")::int as "right"
           from "Verification" v join "RecordClaim" c on c.id = v."claimId" join "PracticeRecord" r on r.id = c."recordId"
          where c."criterionCode" = $1 and v."withdrawnAt" is null and c."withdrawnAt" is null group by 1)
       select p.name, l.judged, l."right", c.judged as confirmed, c."right" as "confirmedRight"
         from lines l join confirmed c using ("personId") join "Person" p on p.id = l."personId"`,
      [ACCURACY],
    ),
  );
  return byName(rows);
}

async function expectCounted(text: string) {
  const byHand = countByHand(text);
  const rows = await storedRows();
  expect(rows.size).toBe(ANALYSTS.length);
  for (const [name, counted] of byHand) {
    expect(await shownTo(name), name).toEqual(expected(counted));
    const { judged, right } = counted;
    expect(rows.get(name), name).toEqual({ name, judged, right, confirmed: judged, confirmedRight: right });
  }
  return byHand;
}

test("10,000 alerts of 20 analysts: the criterion of each is what a count by hand says, also after verdicts changed", async () => {
  const text = manyAlerts(20_261_120);
  const first = await importedAndVerified(text);
  expect(first.counts.bad + first.counts.new + first.counts.aside).toBe(10_000);
  expect(first.verified).toMatchObject({ ok: true, value: { refused: [] } });
  const byHand = await expectCounted(text);
  for (const [name, { judged, right }] of byHand) expect(first.shares.get(name), name).toMatchObject({ judged, right });
  expect([...byHand.values()].map((each) => expected(each).met).filter(Boolean)).toHaveLength(12);

  const later = judgedLater(text);
  const second = await importedAndVerified(later);
  expect(second.counts).toMatchObject({ new: 348, changed: 94 });
  expect(await expectCounted(later)).not.toEqual(byHand);
  expect(await untold()).toEqual([]);
}, 120_000);
