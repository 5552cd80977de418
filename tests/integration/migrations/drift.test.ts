import type { Client } from "pg";
import { expect, test } from "vitest";
import { diffSql, EMPTY_SCHEMA, schemaText, snapshotText } from "@/scripts/lib/schema-engine.mjs";
import { asOwner, inScratchDatabase } from "@/tests/support/database";

/** What the schema language can say, as the catalog says it. Checks, and indexes on a part or an expression, it cannot. */
const CATALOG = `
  select 'column ' || c.relname || '.' || a.attname as what,
         format_type(a.atttypid, a.atttypmod) || (case when a.attnotnull then ' not null' else '' end)
           || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as how
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
  union all
  select 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid::regclass::text <> '_prisma_migrations'
  union all
  select 'index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
    from pg_index join pg_class c on c.oid = indrelid
   where c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations' and indpred is null and indexprs is null
  union all
  select 'enum ' || typname, (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)
    from pg_type t where typtype = 'e' and typnamespace = 'public'::regnamespace
  order by 1`;

const catalogOf = async (client: Client) =>
  Object.fromEntries(
    (await client.query<{ what: string; how: string }>(CATALOG)).rows.map(({ what, how }) => [what, how]),
  );

test("the migrations make what the schema says", async () => {
  const migrated = await asOwner(catalogOf);
  const said = await inScratchDatabase(async (client) => {
    await client.query(await diffSql(EMPTY_SCHEMA, schemaText()));
    return await catalogOf(client);
  });
  expect(Object.keys(said).length).toBeGreaterThan(100);
  expect(migrated).toEqual(said);
});

test("the schema kept beside the migrations is the schema as it is (npm run migrate -- --create NAME writes both)", () => {
  expect(snapshotText()).toBe(schemaText());
});
