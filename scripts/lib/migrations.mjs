import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withClient } from "./database.mjs";
import { Refusal } from "./refusal.mjs";
import {
  applyMigrations,
  diffSql,
  listMigrations,
  MIGRATIONS,
  markRolledBack,
  SNAPSHOT,
  schemaText,
  snapshotText,
} from "./schema-engine.mjs";

/** One at a time, also where several machines start against one database. */
const ADVISORY_LOCK = 5_063_283;

/** Brings the database to this version's schema and gives the app's role its rights. Answers how many were applied. */
export const deploy = ({ ownerUrl, appUrl }, migrations = listMigrations()) =>
  withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [ADVISORY_LOCK]);
    const pending = await listPending(client, ownerUrl, migrations);
    if (pending.length > 0) await apply(ownerUrl, pending, migrations);
    await admitApp(client, ownerUrl, appUrl);
    return pending.length;
  });

async function listPending(client, ownerUrl, migrations) {
  const known = new Map(migrations.map(({ name, sql }) => [name, createHash("sha256").update(sql).digest("hex")]));
  const applied = await listApplied(client);
  for (const { name, checksum, finished } of applied) {
    if (!finished) await markRolledBack(ownerUrl, name);
    else if (!known.has(name))
      throw new Refusal(
        `The database is ahead of this version: it knows the migration ${name}. Start the version that brought it.`,
      );
    else if (known.get(name) !== checksum)
      throw new Refusal(`The migration ${name} was changed after it had been applied: restore its file.`);
  }
  const done = new Set(applied.filter(({ finished }) => finished).map(({ name }) => name));
  return [...known.keys()].filter((name) => !done.has(name));
}

/** One that was cut off by a kill never committed: PostgreSQL runs a migration as one transaction. */
async function listApplied(client) {
  const {
    rows: [{ there }],
  } = await client.query("select to_regclass('public._prisma_migrations') is not null as there");
  if (!there) return [];
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
       from public._prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

async function apply(ownerUrl, pending, migrations) {
  try {
    await applyMigrations(ownerUrl, migrations);
  } catch (error) {
    const failed = pending.find((name) => error.message.includes(name)) ?? pending[0];
    await markRolledBack(ownerUrl, failed).catch(() => {});
    throw new Refusal(`The migration ${failed} failed and was undone: ${reasonOf(error)}`);
  }
}

/** The database's own sentence, out of the engine's report. */
const reasonOf = ({ message }) =>
  message
    .split(/\n\s+0: /)[0]
    .replace(/^external connector error\n/, "")
    .replace(/^Error querying the database: ERROR: /, "")
    .replaceAll("\n", " ");

async function admitApp(client, ownerUrl, appUrl) {
  const role = decodeURIComponent(new URL(appUrl).username);
  if (role === decodeURIComponent(new URL(ownerUrl).username)) return;
  const {
    rows: [{ there }],
  } = await client.query("select to_regproc('audit.admit') is not null as there");
  if (there) await client.query("call audit.admit($1)", [role]);
}

/** Writes the SQL that leads from the schema of the last migration to the schema as it is now. */
export async function createMigration(name, { empty = false } = {}) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? ""))
    throw new Refusal("Name the migration in small letters: npm run migrate -- --create add_goals");
  const schema = schemaText();
  const sql = empty
    ? "-- Written by hand: what the schema language cannot say.\n"
    : await diffSql(snapshotText(), schema);
  if (/^-- This is an empty migration\.\s*$/.test(sql)) {
    throw new Refusal("The schema is as it was at the last migration; for SQL of your own add --empty.");
  }
  const folder = join(MIGRATIONS, `${stamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  const lock = join(MIGRATIONS, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  writeFileSync(join(folder, "migration.sql"), sql);
  if (!empty) writeFileSync(SNAPSHOT, schema);
  return folder;
}

const stamp = (at) => at.toISOString().replaceAll(/\D/g, "").slice(0, 14);
