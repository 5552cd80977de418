import type { Caller } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import { aMembership, aMentorship, aPerson } from "@/tests/support/builders";
import { actorOf, aWorld, PERSONAS } from "@/tests/support/personas";
import { enrolmentOf } from "@/tests/support/training";

/** Friday, 20 November 2026, two in the afternoon in Tokyo. */
export const NOW = new Date("2026-11-20T05:00:00Z");
export const TODAY = "2026-11-20";
export const REASON = "権限の表のため";

/**
 * Everybody who asks. misaki is the trainee, kenichi a mentor of her role group in her team, megumi of another role group
 * there, yuko of another team; makoto manages her team, akari another one; shin is administrator, emi auditor, taro
 * countersigns, nao reviews elsewhere, ren trains elsewhere, soto holds nothing.
 */
export const CAST = [...PERSONAS, "megumi"] as const;
export type Who = (typeof CAST)[number];

export async function aMatrixWorld() {
  const world = await aWorld();
  const megumi = await aPerson({ name: "井上 恵", reading: "いのうえ めぐみ", latinName: "Megumi Inoue" });
  await aMembership(megumi, world.teams.soc);
  await aMentorship(megumi, "forensics", world.teams.soc);
  const people = { ...world.people, megumi };
  const { misaki, ren } = people;
  const enrolments = {
    basic: await enrolmentOf(misaki, null),
    liaison: await enrolmentOf(misaki, "liaison-coordination"),
    rens: await enrolmentOf(ren, "soc-monitoring"),
  };
  return { ...world, people, enrolments };
}
export type MatrixWorld = Awaited<ReturnType<typeof aMatrixWorld>>;

export const callerOf = async ({ people }: MatrixWorld, who: Who): Promise<Caller> => ({
  actor: await actorOf(people[who].id),
  now: NOW,
});

export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } };

/** One resource of an action, and who may. Everybody else is refused, and nothing changes. */
export type Row = {
  /** On what, or how. */
  readonly on: string;
  /** The commands that the action runs: looked for in the action's own source. */
  readonly runs: readonly string[];
  readonly allowed: readonly Who[];
  /** The refusal of everybody else, unless `refusals` names another. */
  readonly refusal?: string;
  readonly refusals?: Partial<Record<Who, string>>;
  /** Makes what is acted on, and returns the sending of a valid form. */
  readonly prepare: (world: MatrixWorld) => Promise<(caller: Caller, who: Who) => Promise<Answer>>;
};
export type Rows = Readonly<Record<string, readonly Row[]>>;

export const expectedOf = ({ allowed, refusal = "NotFound", refusals = {} }: Row, who: Who) =>
  allowed.includes(who) ? "allowed" : (refusals[who] ?? refusal);

const NOT_LOOKED_AT = ["_prisma_migrations", "CurriculumEdition", "CurriculumWording", "rate_limit"];

/** The whole content of the database but the curriculum, and the tries that are counted because they were refused. */
export async function fingerprint(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> all(${NOT_LOOKED_AT})
     order by 1`;
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as t, md5(coalesce(string_agg(x::text, '|' order by x::text), '')) as h from ${name} x`,
  );
  const audit = `select 'audit', coalesce(max(seq), 0)::text from audit.event`;
  const rows = await db().$queryRawUnsafe<{ t: string; h: string }[]>([...parts, audit].join(" union all "));
  return rows
    .map(({ t, h }) => `${t} ${h}`)
    .sort()
    .join("\n");
}
