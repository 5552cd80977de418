// The generator: set-based SQL, on a database of its own. A database of the same size, day and generator is used again.
import { readdirSync, readFileSync } from "node:fs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { digestOf } from "../../scripts/lib/stamps.mjs";

const FOLDER = fromRoot("bench", "sql");

/** Written as the superuser with the triggers off: what is generated keeps every rule by itself. */
export async function generate(client, { people, purpose }) {
  const stamp = `bench ${people} ${new Date().toISOString().slice(0, 10)} ${digestOf(["bench/sql"]).slice(0, 12)}`;
  const found = await client.query('select "nameEn" as stamp from "Organisation"');
  if (found.rows[0]?.stamp === stamp) return "as generated before";
  if (found.rowCount) return null;
  const settings = { people, purpose, stamp, teams: teamsOf(people), ...(await curriculumOf(client)) };
  await client.query("set session_replication_role = replica");
  for (const [name, value] of Object.entries(settings))
    await client.query("select set_config($1, $2, false)", [`bench.${name}`, String(value)]);
  const files = readdirSync(FOLDER).sort();
  await client.query(
    ["begin", ...files.map((file) => readFileSync(`${FOLDER}/${file}`, "utf8")), "commit"].join(";\n"),
  );
  await client.query("vacuum analyze");
  return `${people} people, ${people * 108} records`;
}

/** About one hundred people a team. */
export const teamsOf = (people) => Math.max(1, Math.round(people / 100));

/** What the SQL needs of the curriculum that is loaded: its codes, and every value that policy gives by default. */
async function curriculumOf(client) {
  const { rows } = await client.query(`
    select e.id, e.structure, w.words from "CurriculumEdition" e, "CurriculumWording" w order by e."loadedAt" desc, w."loadedAt" desc limit 1`);
  const [{ id, structure, words }] = rows;
  const criteria = structure.roleGroups.flatMap(({ steps }, g) =>
    steps.flatMap(({ step, criteria: all }) =>
      all.map(({ code, rule }, n) => ({ g, step, n, code, ...placeOf(rule) })),
    ),
  );
  return {
    edition: id,
    groups: JSON.stringify(structure.roleGroups.map(({ code }) => code)),
    criteria: JSON.stringify(criteria),
    policy: JSON.stringify(Object.fromEntries(words.policy.map((each) => [each.code, each.default]))),
  };
}

function placeOf(rule) {
  const checkpoint = Array.isArray(rule.checkpoints) ? rule.checkpoints[0].code : null;
  return { kind: rule.counts?.kinds?.[0] ?? "analysis", checkpoint };
}

/** The same numbers as in sql/1-people.sql. */
const idOf = (kind, number) =>
  `${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
export const personId = (number) => idOf(3, number);
export const teamId = (number) => idOf(2, number);
