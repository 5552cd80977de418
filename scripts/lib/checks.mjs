import { ensureBrowser } from "./browser.mjs";
import { ensureClient } from "./client.mjs";
import { Refusal } from "./refusal.mjs";
import { line, seconds, step } from "./steps.mjs";
import { AHEAD, ALL, QUICK } from "./suites.mjs";

/** `npm run check`: what a change is held against while it is made. */
export async function check(argv) {
  await step("database client", ensureClient);
  return await runSuites(chosen(QUICK, argv));
}

/** `npm test`: everything. `npm test -- unit integration` runs only these. */
export async function test(argv) {
  const suites = chosen(ALL, argv);
  await step("database client", ensureClient);
  if (suites.browser) await step("browser", ensureBrowser);
  return await runSuites(suites);
}

function chosen(suites, names) {
  const unknown = names.find((name) => !(name in suites));
  if (unknown) throw new Refusal(`There is no suite "${unknown}": there are ${Object.keys(suites).join(", ")}.`);
  return Object.fromEntries(Object.entries(suites).filter(([name]) => names.length === 0 || names.includes(name)));
}

async function runSuites(suites) {
  const since = Date.now();
  const results = [];
  const ahead = suites[AHEAD]?.();
  ahead?.catch(() => {}); // looked at when its turn comes
  for (const [name, suite] of Object.entries(suites)) {
    results.push({ suite: name, ...(await runSuite(name, name === AHEAD ? () => ahead : suite)) });
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  line();
  for (const { suite, failed, names = [] } of results) {
    if (failed > 0) line(`✗ ${suite}: ${names.join("; ") || "see above"}`);
  }
  line(`in ${seconds(since)}`);
  process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0 ? 0 : 1;
}

/** What a suite said is shown when something in it failed. */
async function runSuite(name, suite) {
  const result = await step(name, async (note) => {
    const answer = await suite().catch((error) => ({ passed: 0, failed: 1, output: error.stack }));
    note(`${answer.passed} passed, ${answer.failed} failed`, answer.failed === 0 ? "✓" : "✗");
    return answer;
  });
  if (result.failed > 0) process.stdout.write(`\n${result.output.trim()}\n\n`);
  return result;
}
