import { beforeEach, expect, test } from "vitest";
import { retryJob, runNextJob } from "@/lib/job/commands";
import { listDeadJobs } from "@/lib/job/queries";
import { db } from "@/lib/platform/db";
import { atOnce, eventsAbout } from "@/tests/support/audit";
import { emptyDatabase } from "@/tests/support/database";
import { aClock, aJob, jobOf, watchedWork } from "@/tests/support/jobs";
import { actorOf, aWorld, type PersonaName, type World } from "@/tests/support/personas";

const clock = aClock();
let world: World;
let jobId: string;
const as = async (name: PersonaName) => ({ actor: await actorOf(world.people[name].id), now: clock.read() });

beforeEach(async () => {
  await emptyDatabase();
  world = await aWorld();
  jobId = (await aJob("given up", clock.read())).id;
  const data = { deadAt: clock.read(), failure: "Fault", attempts: 9, failedAt: clock.read() };
  await db().job.update({ where: { id: jobId }, data });
});

test("the administrator sees what was given up and why; nobody else does", async () => {
  expect(await listDeadJobs((await as("shin")).actor, 1)).toMatchObject({
    total: 1,
    rows: [{ id: jobId, kind: "tidyUp", failure: "Fault", attempts: 9 }],
  });
  for (const name of ["makoto", "misaki"] as const) expect(await listDeadJobs((await as(name)).actor, 1)).toBeNull();
});

test("tried again by hand it begins anew, and the audit says who did", async () => {
  expect(await retryJob({ jobId }, await as("shin"))).toEqual({ ok: true, value: null });
  expect(await jobOf(jobId)).toMatchObject({ deadAt: null, attempts: 0, runAt: clock.read() });
  expect(await eventsAbout(jobId)).toEqual([
    { action: "JobRetried", actor: world.people.shin.id, body: { kind: "tidyUp" } },
  ]);
  const { work, done } = watchedWork();
  await runNextJob(work, "inside", clock.read);
  expect(done).toHaveLength(1);
  expect(await listDeadJobs((await as("shin")).actor, 1)).toEqual({ rows: [], total: 0 });
});

test("clicked twenty times at once it is retried once", async () => {
  const caller = await as("shin");
  const answers = await atOnce(20, () => retryJob({ jobId }, caller));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await eventsAbout(jobId)).toHaveLength(1);
});

test("nobody but an administrator retries", async () => {
  expect(await retryJob({ jobId }, await as("makoto"))).toEqual({ ok: false, refusal: { code: "NotFound" } });
  expect(await jobOf(jobId)).toMatchObject({ deadAt: clock.read() });
});
