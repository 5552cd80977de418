// Prisma's schema engine as WebAssembly: it works over the driver adapter, no binary is downloaded. What it writes is
// Prisma's own _prisma_migrations, so `prisma migrate deploy` remains usable elsewhere.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { fromRoot } from "./paths.mjs";

const SCHEMA = fromRoot("prisma", "schema");
export const MIGRATIONS = fromRoot("prisma", "migrations");
export const SNAPSHOT = join(MIGRATIONS, "schema.prisma");
const LOCK = join(MIGRATIONS, "migration_lock.toml");
const FILTERS = { externalTables: [], externalEnums: [] };
const NOTHING = 'datasource db {\n  provider = "postgresql"\n}\n';

let loaded = false;

function loadOnce() {
  if (loaded) return;
  const wasm = join(
    dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
    "schema_engine_bg.wasm",
  );
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
    "./schema_engine_bg.js": withIdleTimers(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  loaded = true;
}

/** The engine leaves a timer of ten seconds behind each time it waited for its lock: it must not hold the process. */
function withIdleTimers(imports) {
  const [name, setTimer] = Object.entries(imports).find(([key]) => key.startsWith("__wbg_setTimeout_"));
  return { ...imports, [name]: (...wanted) => setTimer(...wanted).unref() };
}

export const schemaFiles = () =>
  readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(SCHEMA, name), "utf8") }));

/** The schema as one text: kept beside the migrations as it was at the last of them. */
export const schemaText = () =>
  schemaFiles()
    .map(({ content }) => content.trim())
    .join("\n\n")
    .concat("\n");

export function listMigrations() {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Parts, not a connection string: the engine opens further databases by name, and a string would win over it. */
function factoryOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return new PrismaPg({
    host: searchParams.get("host") ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(["require", "verify-ca", "verify-full"].includes(searchParams.get("sslmode")) && { ssl: true }),
  });
}

/** Has the engine at work on a database, and closes its connections afterwards, which it does not do itself. */
async function withEngine(factory, work) {
  loadOnce();
  const datamodels = schemaFiles().map(({ path, content }) => [path, content]);
  const opened = [];
  const remembered = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => opened[opened.push(inOneTransaction(await factory.connect())) - 1],
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(remembered),
    );
    return await work(engine);
  } finally {
    for (const connection of opened) await connection.dispose();
  }
}

/**
 * The adapter would cut a script at every semicolon, also inside a function's body, and run the pieces one by one. Sent as
 * one simple query, PostgreSQL runs all of it or nothing.
 */
function inOneTransaction(connection) {
  connection.executeScript = async (script) => {
    await connection
      .underlyingDriver()
      .query(script)
      .catch((error) => connection.onError(error));
  };
  return connection;
}

/** The engine opens its database at once, also to compare two schemas: this one answers without being there. */
const offline = () => {
  const connection = {
    provider: "postgres",
    adapterName: "offline",
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: false }),
    queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    dispose: async () => {},
  };
  return {
    provider: "postgres",
    adapterName: "offline",
    connect: async () => connection,
    connectToShadowDb: async () => connection,
  };
};

const listFor = (migrations) => ({
  baseDir: MIGRATIONS,
  shadowDbInitScript: "",
  lockfile: { path: "migration_lock.toml", content: readFileSync(LOCK, "utf8") },
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
  })),
});

/** Applies what is pending. A migration that fails is rolled back as a whole by PostgreSQL, so it may be tried again. */
export const applyMigrations = (url, migrations) =>
  withEngine(factoryOf(url), (engine) =>
    engine.applyMigrations({ migrationsList: listFor(migrations), filters: FILTERS }),
  );

export const markRolledBack = (url, migrationName) =>
  withEngine(factoryOf(url), (engine) => engine.markMigrationRolledBack({ migrationName }));

/** The SQL that leads from one schema to another; no database is asked. */
export async function diffSql(from, to) {
  const { stdout } = await withEngine(offline(), (engine) =>
    engine.diff({
      from: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: to }] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    }),
  );
  return stdout ?? "";
}

export const snapshotText = () => (existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, "utf8") : NOTHING);
export const EMPTY_SCHEMA = NOTHING;
