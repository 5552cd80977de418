import { existsSync } from "node:fs";
import { startApp } from "./app.mjs";
import { ensureAuditKey } from "./audit-key.mjs";
import { listenForBackup, waitForBackup, whenAskedToPause } from "./backup-pause.mjs";
import { ensureBuild } from "./build.mjs";
import { ensureClient } from "./client.mjs";
import { ensureCurriculum } from "./curriculum.mjs";
import { openEmbedded, openExternal, withClient } from "./database.mjs";
import { closing, Ended, untilAsked } from "./ending.mjs";
import { appEnvironment, scriptEnvironment } from "./environment.mjs";
import { takeLock } from "./lock.mjs";
import { deploy } from "./migrations.mjs";
import { readOptions, requireFreePort } from "./options.mjs";
import { dataFolder, fromRoot } from "./paths.mjs";
import { lastPort, rememberPort } from "./port.mjs";
import { Refusal } from "./refusal.mjs";
import { runScript } from "./run-script.mjs";
import { ensureFolder } from "./secrets.mjs";
import { line, seconds, step } from "./steps.mjs";
import { startWorker } from "./worker.mjs";

const DEMO = "prisma/seed/demo.ts";
const SETUP = "scripts/setup-link.ts";

/** `npm start` serves the build; `npm run dev` the sources. Both until Ctrl-C. */
export const start = (argv) => serve(argv, { command: "start", purpose: "npm start" });
export const dev = (argv) => serve(argv, { command: "dev", purpose: "npm run dev" });

async function serve(argv, { command, purpose }) {
  const since = Number(process.env.SODATE_BEGAN_AT);
  const options = readOptions(argv);
  if (options.demo && process.env.DATABASE_URL)
    throw new Refusal("--demo has a database of its own: start it without DATABASE_URL.");
  await requireFreePort(options.host, options.port);
  const folder = dataFolder();
  ensureFolder(folder);
  const lock = takeLock(folder, purpose);
  const signal = untilAsked();
  listenForBackup();
  const site = { ...options, command, folder, lock, signal, since };
  try {
    await prepare(site);
    while ((await serveOnce(site)) === "pause") {
      await waitForBackup(site);
      site.since = Date.now();
    }
  } catch (error) {
    if (!(error instanceof Ended) && !signal.aborted) throw error;
  } finally {
    lock.release();
  }
  line("Stopped.");
}

const stepUnless = (signal) => (title, work) => {
  signal.throwIfAborted();
  return step(title, work);
};

async function prepare({ command, signal }) {
  const next = stepUnless(signal);
  await next("database client", ensureClient);
  if (command === "start") await next("build", (note) => ensureBuild(note, { signal }));
}

/** From the database to the app and back. Answers `pause` when a backup wants the database stopped for the moment. */
const serveOnce = (site) =>
  closing(async (onClose) => {
    const { signal, lock, folder, origin, host, port, command } = site;
    const next = stepUnless(signal);
    const name = site.demo ? "sodate_demo" : "sodate";
    const database = await next("database", (note) => openDatabase(folder, name, note));
    onClose(database.stop);
    lock.tell({ databasePort: database.port, databaseName: name, origin, paused: false });
    const environment = { folder, origin, ...database.urls };
    await next("migrations", async (note) => {
      const applied = await deploy(database.urls);
      note(applied ? `${applied} applied` : "nothing to apply");
    });
    await next("audit key", (note) => note(ensureAuditKey(folder, nameIn(database.urls)) ? "made" : "as it is"));
    const demo = await fill(site, name, scriptEnvironment(environment));
    const app = await next("app", () =>
      startApp({ command, host, port, environment: appEnvironment(environment), signal }),
    );
    onClose(app.stop);
    onClose(startWorker({ environment: appEnvironment(environment) }).stop);
    announce(site, demo, await setUpLink(site, scriptEnvironment(environment), database.urls));
    return await whatEnds(site, { app, database });
  });

const nameIn = ({ appUrl }) => new URL(appUrl).pathname.slice(1);

async function openDatabase(folder, name, note) {
  if (process.env.DATABASE_URL) {
    const { warning, ...urls } = await openExternal(process.env);
    note(warning || "DATABASE_URL");
    return { urls, stop: async () => {}, ended: new Promise(() => {}) };
  }
  const server = await openEmbedded({ folder, names: [name], port: lastPort(folder) });
  rememberPort(folder, server.port);
  note(`in ${folder}`);
  return { urls: server.urlsOf(name), port: server.port, stop: server.stop, ended: server.ended };
}

/** The curriculum, and for the demo its people; what the demo says about signing in is kept for the end. */
async function fill({ demo, signal, folder }, name, environment) {
  const next = stepUnless(signal);
  await next("curriculum", (note) => ensureCurriculum({ folder, name, environment, signal, note }));
  if (!demo) return "";
  if (!existsSync(fromRoot(DEMO))) throw new Refusal(`There is no demo organisation: ${DEMO} is missing.`);
  return await next("demo organisation", () => runScript(DEMO, { environment, signal }));
}

/** Where nobody is yet, the one-time link to the set-up. */
async function setUpLink({ demo, signal }, environment, { appUrl }) {
  if (demo || !existsSync(fromRoot(SETUP))) return "";
  const isEmpty = await withClient(appUrl, async (client) => {
    const { rows } = await client.query('select not exists(select from "Person") as empty');
    return rows[0].empty;
  });
  return isEmpty ? await runScript(SETUP, { environment, signal }) : "";
}

function announce({ origin, since, demo }, signIns, link) {
  line();
  line(`Sodate${demo ? " (demo)" : ""} is at ${origin}    ready after ${seconds(since)}, Ctrl-C stops it`);
  for (const text of [signIns, link].filter(Boolean)) process.stdout.write(`\n${text.trimEnd()}\n`);
  line();
}

async function whatEnds({ signal, folder }, { app, database }) {
  const asked = new Promise((resolve) => signal.addEventListener("abort", () => resolve("asked"), { once: true }));
  const fell = (what) => () => {
    if (!signal.aborted) throw new Refusal(`${what} ended by itself; everything else was stopped. Start again.`);
  };
  return await Promise.race([
    asked,
    whenAskedToPause(folder),
    app.ended.then(fell("The app")),
    database.ended.then(fell("The database")),
  ]);
}
