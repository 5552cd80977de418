// npm run bench -- --people 2000: generate, build, serve, measure, print.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startApp } from "../../scripts/lib/app.mjs";
import { ensureClient } from "../../scripts/lib/client.mjs";
import { openEmbedded, withClient } from "../../scripts/lib/database.mjs";
import { closing, untilAsked } from "../../scripts/lib/ending.mjs";
import { appEnvironment, scriptEnvironment } from "../../scripts/lib/environment.mjs";
import { takeLock } from "../../scripts/lib/lock.mjs";
import { deploy } from "../../scripts/lib/migrations.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { anyFreePort } from "../../scripts/lib/postgres.mjs";
import { Refusal } from "../../scripts/lib/refusal.mjs";
import { runScript } from "../../scripts/lib/run-script.mjs";
import { ensureFolder } from "../../scripts/lib/secrets.mjs";
import { line, step } from "../../scripts/lib/steps.mjs";
import { buildForBench } from "./build.mjs";
import { generate } from "./generate.mjs";
import { measure } from "./measure.mjs";
import { table } from "./table.mjs";

const HOST = "127.0.0.1";
const SETTINGS = { max_wal_size: "4GB", maintenance_work_mem: "256MB" };

export async function bench(argv) {
  const { people, build, only } = optionsIn(argv);
  const folder = process.env.SODATE_BENCH_DATA ?? join(tmpdir(), "sodate-bench");
  ensureFolder(folder);
  const lock = takeLock(folder, "npm run bench");
  const signal = untilAsked();
  try {
    await closing((onClose) => run({ people, build, only, folder, signal, onClose }));
  } finally {
    lock.release();
  }
}

/** `--no-build` measures the last build, whatever changed since; `--only overview` the pages whose name says so, and no write. */
function optionsIn(args) {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: "string", default: "2000" },
      "no-build": { type: "boolean", default: false },
      only: { type: "string", default: "" },
    },
  });
  const people = Number(values.people);
  if (Number.isInteger(people) && people >= 20 && people <= 200_000)
    return { people, build: !values["no-build"], only: values.only };
  throw new Refusal(`--people ${values.people}: give a number from 20 to 200000.`);
}

async function run({ people, build, only, folder, signal, onClose }) {
  await step("database client", ensureClient);
  if (build) await step("build", buildForBench);
  const name = `bench_${people}`;
  const server = await step("database", () => openEmbedded({ folder, names: [name], settings: SETTINGS }));
  onClose(server.stop);
  const urls = server.urlsOf(name);
  const port = await anyFreePort();
  const origin = `http://${HOST}:${port}`;
  await step("people and records", (note) => fill({ urls, folder, origin, people, signal, note }));
  const environment = { ...appEnvironment({ folder, origin, ...urls }), SODATE_BENCH: "1" };
  const app = await step("app", () => startApp({ host: HOST, port, environment, signal }));
  onClose(app.stop);
  const results = await step("measuring", () =>
    withClient(urls.adminUrl, (client) => measure({ client, origin, people, only })),
  );
  report(people, results, only === "");
}

async function fill({ urls, folder, origin, people, signal, note }) {
  await deploy(urls);
  await runScript("scripts/load-content.ts", { environment: scriptEnvironment({ folder, origin, ...urls }), signal });
  const [, purpose = "1"] =
    readFileSync(fromRoot("lib/domain/identity.ts"), "utf8").match(/PURPOSE_VERSION = (\d+)/) ?? [];
  const made = await withClient(urls.adminUrl, (client) => generate(client, { people, purpose }));
  if (made === null) throw new Refusal(`The data in ${folder} is of another day or generator: remove that folder.`);
  note(made);
}

function report(people, results, isWhole) {
  line();
  process.stdout.write(`${table(people, results)}\n`);
  if (!isWhole) return;
  const folder = fromRoot("bench", "results");
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  const file = join(folder, `${day}-${people}.json`);
  writeFileSync(file, `${JSON.stringify({ people, day, results }, null, 2)}\n`);
  line(`Written to ${file}`);
}
