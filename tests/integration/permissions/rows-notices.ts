import { readAllNotices, readNotice } from "@/lib/notice/commands";
import { db } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { CAST, type MatrixWorld, NOW, type Rows } from "./row";

/** Two minutes before anybody asks. */
const BEFORE = new Date(NOW.getTime() - 120_000);

async function aNoticeFor({ people }: MatrixWorld, who: (typeof CAST)[number]) {
  const id = newId(BEFORE);
  const about = { kind: "enrolled", key: id, values: {}, at: BEFORE };
  await db().notice.create({ data: { id, personId: people[who].id, ...about } });
  return id;
}

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
};
