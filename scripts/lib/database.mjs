// The database that the product uses: embedded in the data folder, or the one that DATABASE_URL names.
import pg from "pg";
import { startPostgres } from "./postgres.mjs";
import { Refusal } from "./refusal.mjs";
import { openSecrets } from "./secrets.mjs";

export const OWNER = "sodate_owner";
export const APP = "sodate_app";
const LEAST_SERVER = 15;

/**
 * `appUrl` is the app's: it reads and writes rows, and can only append to the audit.
 * `ownerUrl` migrates. `adminUrl` (embedded only) may do anything and is used here alone, and by the tests.
 */
export async function openEmbedded({ folder, names = ["sodate"], port, settings }) {
  const { superuserPassword, ownerPassword, appPassword } = openSecrets(folder);
  const server = await startPostgres({ folder, password: superuserPassword, port, settings });
  try {
    await withClient(server.url("postgres"), (client) => ensureRoles(client, { ownerPassword, appPassword }));
    for (const name of names) await ensureDatabase(server, name);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    port: server.port,
    stop: server.stop,
    ended: server.ended,
    urlsOf: (name) => embeddedUrls(folder, server.port, name),
  };
}

/** Also for a script that finds the server running: the port is in the lock, the passwords are in the folder. */
export function embeddedUrls(folder, port, name) {
  const { superuserPassword, ownerPassword, appPassword } = openSecrets(folder);
  const url = (user, secret) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${name}`;
  return {
    appUrl: url(APP, appPassword),
    ownerUrl: url(OWNER, ownerPassword),
    adminUrl: url("postgres", superuserPassword),
  };
}

/** Passwords are set at each start, so that the file in the data folder is the one place that counts. */
async function ensureRoles(client, { ownerPassword, appPassword }) {
  for (const [role, password] of [
    [OWNER, ownerPassword],
    [APP, appPassword],
  ]) {
    const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
    const verb = rowCount ? "alter" : "create";
    await client.query(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
    );
  }
}

async function ensureDatabase(server, name) {
  await withClient(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`create database ${name} owner ${OWNER}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${APP}`);
  });
}

/** One URL is accepted: the app then owns its tables, and only the audit's triggers stand between it and the chain. */
export async function openExternal({ DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl = appUrl }) {
  for (const [name, url] of Object.entries({ DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl }))
    await requireServer(name, url);
  const warning =
    ownerUrl === appUrl
      ? "DATABASE_URL is also the owner: set MIGRATE_DATABASE_URL to a second role (docs/operating.md)"
      : "";
  return { appUrl, ownerUrl, warning };
}

async function requireServer(name, url) {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Refusal(
      `${name} is no PostgreSQL address: it should look like postgresql://user:password@host:5432/sodate`,
    );
  }
  const { host, pathname } = new URL(url);
  const version = await withClient(url, serverVersion).catch((error) => {
    throw new Refusal(`${name} cannot be reached: ${host}${pathname} says "${error.message || error.code}".`);
  });
  if (version >= LEAST_SERVER) return;
  throw new Refusal(`${name} is PostgreSQL ${version}: ${LEAST_SERVER} or later is needed.`);
}

async function serverVersion(client) {
  const { rows } = await client.query("show server_version_num");
  return Math.floor(Number(rows[0].server_version_num) / 10_000);
}

export async function withClient(connectionString, work) {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: "sodate scripts",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
