import {
  addWebhook,
  chooseDelivery,
  endWebhook,
  removeMailServer,
  setMailServer,
  testMail,
  testWebhook,
} from "@/lib/delivery/commands";
import { type ChoicesForm, choicesForm, type WebhookForm } from "@/lib/delivery/schema";
import { NOTICE_TOPICS } from "@/lib/domain/notice-kind";
import { retryJob } from "@/lib/job/commands";
import { readAllNotices, readNotice } from "@/lib/notice/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { aWebhook, mailForm } from "@/tests/support/delivery";
import { actorOf } from "@/tests/support/personas";
import { CAST, type MatrixWorld, NOW, type Row, type Rows } from "./row";

/** Two minutes before anybody asks. */
const BEFORE = new Date(NOW.getTime() - 120_000);
const OF_ALL = { on: "the organisation's", allowed: ["shin"] } as const;
/** Nobody listens at port 1: the administrator is told that the test did not arrive. */
const UNHEARD = { on: "the organisation's", allowed: [], refusals: { shin: "TestFailed" } } as const;

async function aNoticeFor({ people }: MatrixWorld, who: (typeof CAST)[number]) {
  const id = newId(BEFORE);
  const about = { kind: "enrolled", key: id, values: {}, at: BEFORE };
  await db().notice.create({ data: { id, personId: people[who].id, ...about } });
  return id;
}

const choices = (): ChoicesForm =>
  choicesForm.parse({
    quietFrom: "22",
    quietTo: "7",
    digestHour: "8",
    ...Object.fromEntries(NOTICE_TOPICS.map((topic) => [`way.${topic}`, "app"])),
  });

const mailIsSet = async ({ people }: MatrixWorld) => {
  await setMailServer(mailForm(1), { actor: await actorOf(people.shin.id), now: BEFORE });
};
const webhookIn = async ({ people }: MatrixWorld) =>
  aWebhook("https://127.0.0.1:1/in", await actorOf(people.shin.id), { name: "受け口" });

const webhookForm = (): WebhookForm => ({
  onceKey: newId(),
  kind: "generic",
  name: "受け口",
  url: "https://csirt.aoba.example/in",
  topics: ["oversight"],
  locale: "ja",
});

const ofWebhook =
  (run: typeof endWebhook | typeof testWebhook): Row["prepare"] =>
  async (world) => {
    const { id: webhookId } = await webhookIn(world);
    return (caller) => run({ webhookId }, caller);
  };

export const NOTICES: Rows = {
  readNoticeAction: [
    {
      on: "a notice of Misaki's",
      runs: ["readNotice"],
      allowed: ["misaki"],
      prepare: async (world) => {
        const noticeId = await aNoticeFor(world, "misaki");
        return (caller) => readNotice({ noticeId, act: "read" }, caller);
      },
    },
  ],
  readAllNoticesAction: [
    {
      on: "one's own",
      runs: ["readAllNotices"],
      allowed: CAST,
      prepare: async (world) => {
        for (const who of CAST) await aNoticeFor(world, who);
        return (caller) => readAllNotices({ until: NOW.toISOString() }, caller);
      },
    },
  ],
  chooseDeliveryAction: [
    {
      on: "one's own",
      runs: ["chooseDelivery"],
      allowed: CAST,
      prepare: async () => (caller) => chooseDelivery(choices(), caller),
    },
  ],
  setMailServerAction: [
    { ...OF_ALL, runs: ["setMailServer"], prepare: async () => (caller) => setMailServer(mailForm(25), caller) },
  ],
  removeMailServerAction: [
    {
      ...OF_ALL,
      runs: ["removeMailServer"],
      prepare: async (world) => {
        await mailIsSet(world);
        return (caller) => removeMailServer({}, caller);
      },
    },
  ],
  testMailAction: [
    {
      ...UNHEARD,
      runs: ["testMail"],
      prepare: async (world) => {
        await mailIsSet(world);
        return (caller) => testMail({}, caller);
      },
    },
  ],
  addWebhookAction: [
    { ...OF_ALL, runs: ["addWebhook"], prepare: async () => (caller) => addWebhook(webhookForm(), caller) },
  ],
  endWebhookAction: [{ ...OF_ALL, runs: ["endWebhook"], prepare: ofWebhook(endWebhook) }],
  testWebhookAction: [{ ...UNHEARD, runs: ["testWebhook"], prepare: ofWebhook(testWebhook) }],
  retryJobAction: [
    {
      ...OF_ALL,
      runs: ["retryJob"],
      prepare: async () => {
        const id = newId();
        const dead = { failure: "Fault", deadAt: BEFORE, failedAt: BEFORE, attempts: 9 };
        const job = { id, kind: "tidyUp", key: id, payload: {}, madeAt: BEFORE, runAt: BEFORE };
        await db().job.create({ data: { ...job, ...dead } });
        return (caller) => retryJob({ jobId: id }, caller);
      },
    },
  ],
};
