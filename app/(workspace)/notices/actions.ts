"use server";

import { chooseDelivery } from "@/lib/delivery/commands";
import { choicesForm } from "@/lib/delivery/schema";
import { readAllNotices, readNotice } from "@/lib/notice/commands";
import { allNotices, noticeKey } from "@/lib/notice/schema";
import { defineAction } from "@/lib/platform/action";

/** Opening a notice marks it read and goes to what it is about. */
export const readNoticeAction = defineAction(noticeKey, readNotice, {
  onDone: ({ href }, { act }) => (act === "open" && href !== null ? { redirect: href } : {}),
});

export const readAllNoticesAction = defineAction(allNotices, readAllNotices, {
  onDone: () => ({ redirect: "/notices", notice: { code: "noticesRead" } }),
});

export const chooseDeliveryAction = defineAction(choicesForm, chooseDelivery, {
  onDone: () => ({ redirect: "/notices", notice: { code: "deliveryChosen" } }),
});
