// What one page costs: statements with their time, bytes of HTML and of JavaScript.
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { round } from "./load.mjs";

/** What a page does once it has answered is its own cost too. */
const AFTERWARDS = 300;
const TRANSACTION = /^\s*(begin|commit|rollback|set local|savepoint|release)/i;

/** The process asks for the newest edition every two seconds, whatever page is open. */
const OF_THE_PROCESS = /as "wordingId"\s*$/;

/** BEGIN, COMMIT and the like are left out. */
export const statementsIn = (body) =>
  JSON.parse(body.toString()).filter(({ text }) => !TRANSACTION.test(text) && !OF_THE_PROCESS.test(text));

/** Asked twice: the first fills the process's memory of what never changes. */
export async function costOf(reader, path) {
  await reader.ask(path);
  await pause(AFTERWARDS);
  await reader.ask("/floor/statements");
  const { status, body } = await reader.ask(path);
  await pause(AFTERWARDS);
  const statements = statementsIn((await reader.ask("/floor/statements")).body);
  return {
    status,
    html: body.toString(),
    htmlBytes: gzipSync(body).length,
    statements: statements.length,
    sqlMs: round(statements.reduce((sum, { ms }) => sum + ms, 0)),
    slowest: [...statements].sort((a, b) => b.ms - a.ms).slice(0, 3),
    all: statements,
  };
}

/** Every script that the page names, also those of its client components. */
export const scriptsOf = (html) => [...new Set(html.match(/\/_next\/static\/chunks\/[\w./~%()[\]-]+?\.js/g) ?? [])];

export async function scriptBytes(reader, scripts) {
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync((await reader.ask(script)).body).length;
  return bytes;
}
