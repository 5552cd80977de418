import { hash } from "@node-rs/argon2";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";
import { ABSOLUTE_MS, PURPOSE_VERSION } from "@/lib/domain/identity";
import { newId } from "@/lib/platform/ids";
import { hashToken, newToken } from "@/lib/platform/tokens";

type Locale = "ja" | "en";
type Person = { id: string; locale: Locale };

/** Straight SQL on the database of the server under test. */
export async function onServerDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.SODATE_DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function openSession(client: pg.Client, { id }: Person) {
  const token = newToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  await client.query(
    `insert into "Session" (id, "tokenHash", "personId", aal, amr, "userAgent", "createdAt", "lastSeenAt", "expiresAt")
     values ($1, $2, $3, 2, '{pwd}', 'browser test', $4, $4, $5)`,
    [newId(now), Buffer.from(hashToken(token)), id, now, expiresAt],
  );
  await client.query(
    `insert into "PurposeAcknowledgement" ("personId", version, "acknowledgedAt") values ($1, $2, $3) on conflict do nothing`,
    [id, PURPOSE_VERSION, now],
  );
  return token;
}

/** The browser is signed in as the person with this address, without the form; in the person's language unless told otherwise. */
export async function signInAs(
  context: BrowserContext,
  email: string,
  wish: { locale?: Locale } = {},
): Promise<string> {
  const { token, person } = await onServerDatabase(async (client) => {
    const { rows } = await client.query<Person>(`select id, locale from "Person" where email = $1`, [email]);
    if (!rows[0]) throw new Error(`nobody has the address ${email}`);
    return { token: await openSession(client, rows[0]), person: rows[0] };
  });
  const url = process.env.SODATE_ORIGIN ?? "";
  const locale = wish.locale ?? person.locale;
  await context.addCookies([
    { name: "sodate-session", value: token, url, httpOnly: true, sameSite: "Lax" },
    { name: "locale", value: locale, url },
  ]);
  return person.id;
}

type Account = { name: string; latinName: string; email: string; password: string; locale: Locale };

const hashOf = (password: string) => hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** A password for somebody who is there without one. */
export async function aPasswordFor(personId: string, password: string) {
  const passwordHash = await hashOf(password);
  await onServerDatabase((client) =>
    client.query(`insert into "Credential" ("personId", "passwordHash", "changedAt") values ($1, $2, now())`, [
      personId,
      passwordHash,
    ]),
  );
}

/** Somebody with a password and no capacity, who has read the purpose of use. */
export async function anAccount({ name, latinName, email, password, locale }: Account): Promise<string> {
  const passwordHash = await hashOf(password);
  const id = newId();
  await onServerDatabase(async (client) => {
    await client.query(
      `insert into "Person" (id, name, reading, "latinName", email, locale, "createdAt") values ($1, $2, 'かな', $3, $4, $5, now())`,
      [id, name, latinName, email, locale],
    );
    await client.query(`insert into "Credential" ("personId", "passwordHash", "changedAt") values ($1, $2, now())`, [
      id,
      passwordHash,
    ]);
    await client.query(
      `insert into "PurposeAcknowledgement" ("personId", version, "acknowledgedAt") values ($1, $2, now())`,
      [id, PURPOSE_VERSION],
    );
  });
  return id;
}

/** A link of that kind for the person, as an administrator or the host's console would make it: its path. */
export async function aLinkFor(kind: "invitation" | "reset", personId: string): Promise<string> {
  const token = newToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await onServerDatabase((client) =>
    client.query(
      `insert into "OneTimeLink" (id, kind, "tokenHash", "personId", "madeAt", "expiresAt") values ($1, $2, $3, $4, $5, $6)`,
      [newId(now), kind, Buffer.from(hashToken(token)), personId, now, expiresAt],
    ),
  );
  return `/${kind}/${token}`;
}
