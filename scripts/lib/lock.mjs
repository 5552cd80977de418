// One script at a time has the data folder. The lock says who has it, and what the others need to reach its database.
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { birthOf, isAlive } from "./children.mjs";
import { Refusal } from "./refusal.mjs";

const lockIn = (folder) => join(folder, "running.json");

/** Who has the folder now, or null. A holder that was killed counts for nothing, also when its number lives on. */
export function holderOf(folder) {
  const holder = readHolder(lockIn(folder));
  return holder && isAlive(holder.pid) && birthOf(holder.pid) === holder.birth ? holder : null;
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Takes the folder, or says who has it. `tell` adds to what others can read. */
export function takeLock(folder, purpose) {
  const file = lockIn(folder);
  const mine = `${file}.${process.pid}`;
  let content = { pid: process.pid, birth: birthOf(process.pid), purpose };
  const write = () => writeFileSync(mine, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  write();
  try {
    link(folder, mine, file);
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    tell(more) {
      content = { ...content, ...more };
      write();
      renameSync(mine, file);
    },
    release() {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** A hard link is made or not: of two that try at once, one succeeds. */
function link(folder, mine, file) {
  for (;;) {
    const holder = holderOf(folder);
    if (holder)
      throw new Refusal(`${holder.purpose} has the data folder ${folder} (process ${holder.pid}): stop it first.`);
    removeStale(file);
    try {
      return linkSync(mine, file);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** Moved aside first and looked at again, so that a lock taken this very moment is not lost. */
function removeStale(file) {
  if (!existsSync(file)) return;
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && isAlive(moved.pid) && birthOf(moved.pid) === moved.birth) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
