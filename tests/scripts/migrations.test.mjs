import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../scripts/lib/database.mjs";
import { deploy } from "../../scripts/lib/migrations.mjs";
import { listMigrations } from "../../scripts/lib/schema-engine.mjs";
import { openThrowaway } from "../../scripts/lib/throwaway.mjs";

let database;
beforeAll(async () => {
  database = await openThrowaway();
});
afterAll(() => database.close());

const next = (name, sql) => ({ name: `29990101000000_${name}`, sql });
const deployed = (...further) => deploy(database.urls, [...listMigrations(), ...further]);
const ask = (sql) => withClient(database.urls.ownerUrl, async (client) => (await client.query(sql)).rows[0].answer);

test("what is applied is not applied again", async () => {
  expect(await deployed()).toBe(0);
});

test("one that fails is undone as a whole, says why, and may be tried again", async () => {
  const wrong = next("half", "create table half_done (id int);\nalter table nowhere add column x int;");
  await expect(deployed(wrong)).rejects.toThrow(/29990101000000_half failed and was undone: .*nowhere/);
  await expect(deployed(wrong)).rejects.toThrow("failed and was undone");
  expect(await ask("select to_regclass('half_done') as answer")).toBeNull();

  expect(await deployed(next("half", "create table half_done (id int);"))).toBe(1);
  expect(await ask("select to_regclass('half_done')::text as answer")).toBe("half_done");
});

test("one that was cut off by a kill is taken up again", async () => {
  const cut = next("cut", "create table cut_off (id int);");
  await withClient(database.urls.ownerUrl, (client) =>
    client.query("insert into _prisma_migrations (id, checksum, migration_name) values (gen_random_uuid(), '', $1)", [
      cut.name,
    ]),
  );
  expect(await deployed(next("half", "create table half_done (id int);"), cut)).toBe(1);
});

test("a function with semicolons in its body is one statement", async () => {
  const body = next(
    "later",
    "create function later() returns int language plpgsql as $$ begin perform 1; return 2; end $$;",
  );
  expect(await deployed(...(await known()), body)).toBe(1);
  expect(await ask("select later() as answer")).toBe(2);
});

test("one that was changed after it was applied is refused, as is a database from a later version", async () => {
  const [first, ...rest] = listMigrations();
  const changed = [{ ...first, sql: `${first.sql}\n` }, ...rest];
  await expect(deploy(database.urls, changed)).rejects.toThrow(`${first.name} was changed after it had been applied`);
  await expect(deployed()).rejects.toThrow("The database is ahead of this version");
});

/** Those of the tests before, as the database has them. */
const known = () => [next("cut", "create table cut_off (id int);"), next("half", "create table half_done (id int);")];
