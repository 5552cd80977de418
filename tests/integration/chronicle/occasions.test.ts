import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { compareWithEvents } from "@/lib/chronicle/queries";
import type { Caller } from "@/lib/domain/access";
import type { Decision } from "@/lib/domain/result";
import { annotateEvent, cancelEvent, correctEvent, declineProposal } from "@/lib/event/commands";
import { endLeave, enterLeave, withdrawLeave } from "@/lib/leave/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { sendBackClaims, verifyClaims } from "@/lib/reviews/commands";
import { answerRemark } from "@/lib/training/commands";
import { asSuperuser, emptyDatabase } from "@/tests/support/database";
import { aConfirmedRecord, anEvent, anEventForm, proposalTo, took } from "@/tests/support/events";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";
import { enrolmentOf } from "@/tests/support/training";

const now = new Date("2026-11-20T01:00:00Z");
const INCIDENT = "g1.s1.incident-reports";
/** What the builders' world has no events of is not asked. */
const KINDS = ["leave", "event", "parts", "proposed", "note", "proposal", "remark", "remarks"];

let world: World;
const as = async (name: PersonaName): Promise<Caller> => ({ actor: await actorOf(world.people[name].id), now });
async function done<T>(decision: Promise<Decision<T, { code: string }>>): Promise<T> {
  const made = await decision;
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const differing = async () =>
  (await compareWithEvents()).found.filter(({ key }) => KINDS.some((kind) => key.startsWith(`${kind} `)));

async function leaves() {
  const personId = world.people.misaki.id;
  const enter = async (fromOn: string, toOn: string | null) => {
    const onceKey = newId();
    await done(enterLeave({ onceKey, personId, fromOn, toOn }, await as("misaki")));
    return onceKey;
  };
  const open = await enter("2026-11-25", null);
  await done(endLeave({ leaveId: open, toOn: "2026-12-20" }, await as("misaki")));
  await done(withdrawLeave({ leaveId: await enter("2027-03-01", "2027-03-05") }, await as("misaki")));
}

async function occasions() {
  const makoto = await as("makoto");
  const both = [took(world.people.misaki), took(world.people.ren)];
  const event = await anEvent(makoto, both);
  const claims = [
    {
      enrolmentId: (await enrolmentOf(world.people.misaki, "liaison-coordination")).id,
      criterionCode: INCIDENT,
      parts: [],
    },
  ];
  const record = await aConfirmedRecord(await as("misaki"), await proposalTo(world.people.misaki), claims);
  const { id: proposalId } = await proposalTo(world.people.ren);
  await done(declineProposal({ proposalId, reason: "当日は不在だった。" }, await as("ren")));
  await done(annotateEvent({ onceKey: newId(), eventId: event.id, text: "復旧した。" }, makoto));
  const wrong = await anEvent(makoto, both);
  const { drillId: _, ...form } = anEventForm([took(world.people.misaki)], { title: "別の事案" });
  await done(correctEvent({ ...form, eventId: wrong.id }, makoto));
  const cancelled = await anEvent(makoto, both);
  await done(cancelEvent({ eventId: cancelled.id, reason: "重複" }, makoto));
  return record;
}

/** Sent back, answered, sent back again and verified: one remark is settled by each. */
async function talk({ id: recordId }: { id: string }) {
  const kenichi = await as("kenichi");
  const claim = await db().recordClaim.findFirstOrThrow({ where: { recordId } });
  await done(sendBackClaims({ recordId, reasons: new Map([[claim.id, "経緯を書いてください。"]]) }, kenichi));
  const remark = await db().remark.findFirstOrThrow({ where: { claimId: claim.id } });
  await done(answerRemark({ remarkId: remark.id, answer: "追記しました。" }, await as("misaki")));
  await done(sendBackClaims({ recordId, reasons: new Map([[claim.id, "時刻も書いてください。"]]) }, kenichi));
  const confirmed = { supervision: 2 as const, mentorPresent: false, judged: null, right: null };
  await done(verifyClaims({ recordId, claims: [claim.id], parts: [], comment: "", ...confirmed }, kenichi));
}

beforeAll(async () => {
  await emptyDatabase();
  world = await aWorld();
  await leaves();
  await talk(await occasions());
}, 60_000);

test("leave, events, proposals, remarks and answers stand as the events tell", async () => {
  expect(await db().remark.count({ where: { settledAt: { not: null } } })).toBe(2);
  expect(await differing()).toEqual([]);
});

/** Past the product, each with what of it must differ. */
const CHANGES = [
  [`update "Leave" set "toOn" = '2027-01-31' where "withdrawnAt" is null`, ["leave"]],
  [`update "Leave" set "withdrawnAt" = null, "withdrawnById" = null where "withdrawnAt" is not null`, ["leave"]],
  [`delete from "Leave" where "withdrawnAt" is not null`, ["leave"]],
  [`update "SharedEvent" set what = 'somebody else wrote this' where "correctsId" is not null`, ["event"]],
  [`update "SharedEvent" set "endedAt" = null, "endedById" = null where "endReason" is not null`, ["event"]],
  [
    `update "EventParticipation" set supervision = 4 where "eventId" = (select id from "SharedEvent" where "correctsId" is not null)`,
    ["event"],
  ],
  [
    `update "EventParticipation" set "personId" = (select id from "Person" where name = '中村 慎')
     where "eventId" = (select id from "SharedEvent" where "correctsId" is not null)`,
    ["event", "parts"],
  ],
  [`update "ProposedRecord" set "subCase" = 'elsewhere' where "declineReason" is not null`, ["proposed"]],
  [
    `update "ProposedRecord" set "answeredAt" = null, "declineReason" = null where "declineReason" is not null`,
    ["proposal"],
  ],
  [`update "EventNote" set text = 'somebody else wrote this'`, ["note"]],
  [`update "Remark" set reason = 'nothing was wrong' where answer is not null`, ["remark"]],
  [`update "Remark" set answer = 'another one' where answer is not null`, ["remark"]],
  [`update "Remark" set "settledById" = null, "settledAt" = null where answer is null`, ["remark"]],
  [`delete from "Remark" where answer is null`, ["remark", "remarks"]],
  [`update "Remark" set salt = null where answer is null`, ["remark"]],
] as const;

const TABLES = ["Leave", "SharedEvent", "EventParticipation", "ProposedRecord", "EventNote", "Remark"];
const pastTheProduct = (statements: readonly string[]) =>
  asSuperuser(async (client) => {
    await client.query("set session_replication_role = replica");
    const counts: (number | null)[] = [];
    for (const sql of statements) counts.push((await client.query(sql)).rowCount);
    return counts;
  });

describe("changed past the product", () => {
  beforeAll(() =>
    pastTheProduct(["create schema kept", ...TABLES.map((name) => `create table kept."${name}" as table "${name}"`)]),
  );
  afterEach(() =>
    pastTheProduct(
      TABLES.flatMap((name) => [`delete from "${name}"`, `insert into "${name}" select * from kept."${name}"`]),
    ),
  );
  afterAll(() => pastTheProduct(["drop schema kept cascade"]));

  test.each(CHANGES)("%s", async (sql, kinds) => {
    expect(await pastTheProduct([sql])).toEqual([1]);
    expect((await differing()).map(({ key }) => key.split(" ")[0])).toEqual(kinds);
  });

  test("and put back as it was, nothing differs", async () => {
    expect(await differing()).toEqual([]);
  });
});
