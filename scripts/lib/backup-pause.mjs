// How a backup asks a running start to stop its database for the moment: it leaves a note with its number in the data
// folder and sends a signal; the start goes on when the note is gone, or its writer.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, waitUntil } from "./children.mjs";
import { holderOf } from "./lock.mjs";
import { Refusal } from "./refusal.mjs";
import { line } from "./steps.mjs";

const SIGNAL = "SIGUSR2";
const noteIn = (folder) => join(folder, "backup-wants-a-pause");
const STOPS_WITHIN = 60_000;

/** Without a listener the signal would end the process. */
export const listenForBackup = () => process.on(SIGNAL, () => {});

export const whenAskedToPause = (folder) =>
  new Promise((resolve) => {
    const look = () => {
      if (!isWanted(folder)) return;
      process.off(SIGNAL, look);
      resolve("pause");
    };
    process.on(SIGNAL, look);
  });

function isWanted(folder) {
  const note = noteIn(folder);
  return existsSync(note) && isAlive(Number(readFileSync(note, "utf8")));
}

/** The start's side: everything is stopped, says so, and waits. */
export async function waitForBackup({ folder, lock, signal }) {
  line("Stopped for a backup …");
  lock.tell({ paused: true, databasePort: undefined });
  while (isWanted(folder)) {
    signal.throwIfAborted();
    await pause(100);
  }
  rmSync(noteIn(folder), { force: true });
}

/** The backup's side. */
export async function whilePaused(folder, holder, work) {
  writeFileSync(noteIn(folder), String(process.pid));
  try {
    process.kill(holder.pid, SIGNAL);
    const paused = await waitUntil(() => holderOf(folder)?.paused === true, { within: STOPS_WITHIN, every: 100 });
    if (!paused)
      throw new Refusal(
        `${holder.purpose} (process ${holder.pid}) did not stop its database in a minute: stop it and try again.`,
      );
    return await work();
  } finally {
    rmSync(noteIn(folder), { force: true });
  }
}
