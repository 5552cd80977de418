"use server";

import {
  addWebhook,
  endWebhook,
  removeMailServer,
  setMailServer,
  testMail,
  testWebhook,
} from "@/lib/delivery/commands";
import { mailEndForm, mailServerForm, mailTestForm, webhookForm, webhookKey } from "@/lib/delivery/schema";
import { retryJob } from "@/lib/job/commands";
import { retryJobForm } from "@/lib/job/schema";
import { defineAction } from "@/lib/platform/action";

export const setMailServerAction = defineAction(mailServerForm, setMailServer, {
  onDone: () => ({ redirect: "/delivery", notice: { code: "mailServerSet" } }),
});

export const removeMailServerAction = defineAction(mailEndForm, removeMailServer, {
  onDone: () => ({ redirect: "/delivery", notice: { code: "mailServerRemoved" } }),
});

export const testMailAction = defineAction(mailTestForm, testMail, {
  onDone: () => ({ redirect: "/delivery", notice: { code: "testSent" } }),
});

export const addWebhookAction = defineAction(webhookForm, addWebhook, {
  at: { NotSuchATarget: "url" },
  onDone: ({ webhookId }) => ({ redirect: `/delivery/webhooks/${webhookId}`, notice: { code: "webhookAdded" } }),
});

export const endWebhookAction = defineAction(webhookKey, endWebhook, {
  onDone: () => ({ redirect: "/delivery", notice: { code: "webhookEnded" } }),
});

export const testWebhookAction = defineAction(webhookKey, testWebhook, {
  onDone: (_value, { webhookId }) => ({ redirect: `/delivery/webhooks/${webhookId}`, notice: { code: "testSent" } }),
});

export const retryJobAction = defineAction(retryJobForm, retryJob, {
  onDone: () => ({ redirect: "/delivery/jobs", notice: { code: "jobRetried" } }),
});
