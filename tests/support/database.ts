import pg from "pg";
import { inject } from "vitest";

type Urls = { appUrl: string; ownerUrl: string; adminUrl: string };

declare module "vitest" {
  interface ProvidedContext {
    database: Urls;
  }
}

const TEMPLATE = "template_of_tests";
/** Stays through `emptyDatabase`: the curriculum, and what the migrations wrote. */
const KEPT = ["_prisma_migrations", "CurriculumEdition", "CurriculumWording"];

const worker = process.env.VITEST_POOL_ID ?? "1";
const name = `worker_${worker}`;

const withName = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** The addresses of this test file's own database, by role. */
export function databaseUrls(): Urls {
  const { appUrl, ownerUrl, adminUrl } = inject("database");
  return { appUrl: withName(appUrl), ownerUrl: withName(ownerUrl), adminUrl: withName(adminUrl) };
}

/** Copies the template: this version's schema, the whole curriculum, nobody in it. */
export const cloneDatabase = () =>
  query(inject("database").adminUrl.replace(`/${TEMPLATE}`, "/postgres"), async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} template ${TEMPLATE} owner sodate_owner`);
  });

/** Nobody in it again, within a test file; also the audit, whose triggers only the superuser of the tests may switch off. */
export const emptyDatabase = () =>
  asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all($1)`,
      [KEPT],
    );
    const emptied = [...rows.map((row) => row.name), "audit.event"].map((table) => `delete from ${table}`);
    await client.query(
      `set session_replication_role = replica; ${emptied.join("; ")};
       update audit.head set seq = 0, at = '-infinity', hash = decode(repeat('00', 32), 'hex')`,
    );
  });

/** Straight SQL as one of the three roles; the app's is the one that the product itself has. */
export const asApp = <T>(work: (client: pg.Client) => Promise<T>) => query(databaseUrls().appUrl, work);
export const asOwner = <T>(work: (client: pg.Client) => Promise<T>) => query(databaseUrls().ownerUrl, work);
export const asSuperuser = <T>(work: (client: pg.Client) => Promise<T>) => query(databaseUrls().adminUrl, work);

/** A further database of the same server, for as long as the work takes. */
export async function inScratchDatabase<T>(work: (client: pg.Client) => Promise<T>) {
  const scratch = `scratch_${worker}`;
  const url = Object.assign(new URL(inject("database").adminUrl), { pathname: `/${scratch}` }).href;
  await asSuperuser((client) => client.query(`create database ${scratch}`));
  try {
    return await query(url, work);
  } finally {
    await asSuperuser((client) => client.query(`drop database ${scratch} with (force)`));
  }
}

async function query<T>(connectionString: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
