import { afterEach, expect, test } from "vitest";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { emptyDatabase } from "@/tests/support/database";

/** Reads outside of a transaction go around Prisma; whoever reads must not notice. */

const ZONE = process.env.TZ;
afterEach(() => {
  if (ZONE === undefined) delete process.env.TZ;
  else process.env.TZ = ZONE;
});

const ZONES = ["Asia/Tokyo", "UTC", "America/Los_Angeles", "Pacific/Kiritimati"];
const NIGHT = new Date("2026-03-31T15:00:00.123Z");

const everyType = (tx: Pick<Tx, "$queryRaw">) => tx.$queryRaw<object[]>`
  select 7::int as int, 9007199254740993::int8 as big, 0.1::float8 as float, 12.50::numeric as exact, true as yes,
         null::text as nothing, 'そだて' as text, '019b0000-0000-7000-8000-000000000001'::uuid as id,
         date '2026-04-01' as day, timestamptz '2026-03-31 15:00:00.123+00' as instant, timestamp '2026-04-01 00:00:00' as plain,
         array['a', 'b,"c"'] as texts, array['019b0000-0000-7000-8000-000000000001']::uuid[] as ids, array[1, 2] as ints,
         array[9007199254740993, null]::int8[] as bigs, array[1.50]::numeric[] as exacts, array[timestamp '2026-04-01 00:00:00'] as plains,
         array[timestamptz '2026-03-31 15:00:00+00'] as instants, json_build_object('on', date '2026-04-01', 'n', 1.5, 'list', array[1, 2]) as json, '{"k": null}'::jsonb as jsonb`;

const everyValue = (tx: Pick<Tx, "$queryRaw">) => tx.$queryRaw<object[]>`
  select ${"2026-04-01"}::date + 1 as "dayFromText", ${NIGHT}::timestamptz as instant, ${NIGHT}::date::text as "dayOfInstant",
         ${["x", "y z", 'q"']}::text[] as texts, ${[1, 2, 3]}::int[] as ints, ${null}::int as nothing, ${false}::boolean as no,
         ${3}::int + 1 as four, ${["2026-04-01", "2026-04-02"]}::date[] as days, ${"%_\\"}::text as odd, ${[]}::uuid[] as none`;

for (const zone of ZONES)
  test(`every type and every value comes back as Prisma gives it, with the process in ${zone}`, async () => {
    process.env.TZ = zone;
    for (const ask of [everyType, everyValue]) {
      const around = await ask(db());
      const byPrisma = await inTransaction(async (tx) => ({ rows: await ask(tx) }));
      expect(byPrisma).toEqual({ rows: around });
    }
  });

test("an instant given is the same instant in every zone, and a day stays its day", async () => {
  for (const zone of ZONES) {
    process.env.TZ = zone;
    const [row] = await db().$queryRaw<{ instant: Date; day: Date; first: string }[]>`
      select ${NIGHT}::timestamptz as instant, date '2026-04-01' as day, (${[NIGHT]}::timestamptz[])[1] = ${NIGHT} as first`;
    expect(row, zone).toEqual({ instant: NIGHT, day: new Date("2026-04-01T00:00:00Z"), first: true });
  }
});

test("what a transaction has written is read inside of it at once, and outside only after its end", async () => {
  await emptyDatabase();
  const teams = async (tx: Pick<Tx, "$queryRaw">) =>
    (await tx.$queryRaw<[{ n: number }]>`select count(*)::int as n from "Team"`)[0].n;
  const seen = await inTransaction(async (tx) => {
    await tx.team.create({ data: { id: newId(), code: "soc", nameJa: "監視班", nameEn: "SOC", createdAt: NIGHT } });
    return { inside: await teams(tx), outside: await teams(db()) };
  });
  expect(seen).toEqual({ inside: 1, outside: 0 });
  expect(await teams(db())).toBe(1);
});

test("a statement that the database refuses says its code", async () => {
  await expect(db().$queryRaw`select 1 / ${0}::int`).rejects.toMatchObject({ code: "22012" });
});
