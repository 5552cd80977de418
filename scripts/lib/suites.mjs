// What is checked, and how each answer is read. A suite that says nothing, or runs no test, has failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild, NEXT_ENVIRONMENT } from "./build.mjs";
import { run } from "./children.mjs";
import { fromRoot, PROJECT_NODE, ROOT } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";
import { execute } from "./run-script.mjs";

const TREE = ["app", "components", "lib", "prisma", "scripts", "tests", "bench"];

const program = (...path) => fromRoot("node_modules", ...path);
const node = (args, env = {}) =>
  run(PROJECT_NODE, args, { cwd: ROOT, env: { ...process.env, ...NEXT_ENVIRONMENT, FORCE_COLOR: "0", ...env } });

/** One command, one answer. */
const asOne = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

async function types() {
  const typegen = await node([program("next", "dist", "bin", "next"), "typegen"]);
  return typegen.code === 0 ? asOne(await node([program("typescript", "bin", "tsc"), "--noEmit"])) : asOne(typegen);
}

const style = async () =>
  asOne(await node([program("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings", "--colors=off", "."]));

/** A tool that read nothing would find nothing: it must say how much it read. */
async function layers() {
  const folders = TREE.filter((path) => existsSync(fromRoot(path)));
  const answer = await node([
    program("dependency-cruiser", "bin", "dependency-cruiser.mjs"),
    "--config",
    ".dependency-cruiser.cjs",
    ...folders,
  ]);
  const readEnough = Number(/\((\d+) modules/.exec(answer.output)?.[1] ?? 0) > 50 || answer.code !== 0;
  return asOne(readEnough ? answer : { code: 1, output: `too few modules were read\n${answer.output}` });
}

const unused = async () => asOne(await node([program("knip", "bin", "knip.js"), "--no-progress"]));

const content = async () => asOne(await execute("scripts/check-content.ts"));

/** Tests count one by one; a file that could not be loaded, or an error outside of any test, counts as one that failed. */
const vitest = (project) => async () => {
  const report = reportFile();
  const { code, output } = await node([
    program("vitest", "vitest.mjs"),
    "run",
    `--project=${project}`,
    "--no-color",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report.path}`,
  ]);
  const read = report.read();
  if (!read) return { passed: 0, failed: 1, output };
  const broken = read.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = read.numTotalTests - read.numPassedTests + broken.length;
  const silent = failed === 0 && (code !== 0 || read.numPassedTests === 0);
  const tests = read.testResults.flatMap(({ assertionResults }) => assertionResults);
  const names = tests.filter(({ status }) => status !== "passed").map(({ fullName }) => fullName);
  return {
    passed: read.numPassedTests,
    failed: silent ? 1 : failed,
    names: [...broken.map(({ name }) => name), ...names],
    output,
  };
};

async function build() {
  try {
    await ensureBuild();
    return { passed: 1, failed: 0, output: "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { passed: 0, failed: 1, output: error.message };
  }
}

/** Nothing is skipped and nothing is flaky: both count as failed. */
async function browser() {
  const report = reportFile();
  const { code, output } = await node([program("@playwright", "test", "cli.js"), "test", "--reporter=line,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report.path,
  });
  const read = report.read();
  if (!read) return { passed: 0, failed: 1, output };
  const { stats } = read;
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  const silent = failed === 0 && (code !== 0 || stats.expected === 0);
  const names = specsIn(read).flatMap(({ ok, title }) => (ok ? [] : [title]));
  return { passed: stats.expected, failed: silent ? 1 : failed, names, output };
}

const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)];

function reportFile() {
  const folder = mkdtempSync(join(tmpdir(), "sodate-report-"));
  const path = join(folder, "report.json");
  const read = () => {
    const content = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
    rmSync(folder, { recursive: true, force: true });
    return content;
  };
  return { path, read };
}

/** `types` takes as long as the others together: it begins with them, on the second core, and is read last. */
export const AHEAD = "types";
export const QUICK = { style, layers, unused, content, unit: vitest("unit"), types };
export const ALL = {
  ...QUICK,
  architecture: vitest("architecture"),
  integration: vitest("integration"),
  build,
  scripts: vitest("scripts"),
  browser,
};
