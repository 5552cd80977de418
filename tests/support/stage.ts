// Run by `tests/support/scene.ts` beside the server under test: sets a scene with the builders and says who is in it.
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { db } from "@/lib/platform/db";
import { refreshStanding } from "@/lib/training/facts";
import {
  aGrant,
  aMembership,
  aMentorship,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  aTeam,
  type PersonMade,
} from "./builders";
import { recognisedUpTo } from "./practice";

type Wish = {
  name: string;
  locale: "ja" | "en";
  roleGroupCode: RoleGroupCode;
  recognised: StepNumber | null;
  withRen: boolean;
};

/** A team of its own with misaki, who trains, kenichi, who mentors, and makoto, who manages; where asked ren trains too. */
async function aTeamAtWork({ name, locale, roleGroupCode, recognised, withRen }: Wish) {
  if ((await db().organisation.count()) === 0) await anOrganisation();
  const team = await aTeam({ code: name, nameJa: `${name}チーム`, nameEn: `Team ${name}` });
  const person = (key: string, names: { name: string; reading: string; latinName: string }) =>
    aPerson({ ...names, email: `${key}-${name}@aoba.example`, locale });
  const misaki = await person("misaki", { name: "佐藤 美咲", reading: "さとう みさき", latinName: "Misaki Sato" });
  const kenichi = await person("kenichi", {
    name: "高橋 健一",
    reading: "たかはし けんいち",
    latinName: "Kenichi Takahashi",
  });
  const makoto = await person("makoto", { name: "渡辺 誠", reading: "わたなべ まこと", latinName: "Makoto Watanabe" });
  for (const each of [misaki, kenichi, makoto]) await aMembership(each, team);
  await aMentorship(kenichi, roleGroupCode, team);
  await aGrant(makoto, "manager", team);
  const enrolments = await inTraining(misaki, makoto, { team, roleGroupCode, recognised });
  const ren = withRen
    ? await person("ren", { name: "鈴木 蓮", reading: "すずき れん", latinName: "Ren Suzuki" })
    : null;
  if (ren) {
    await aMembership(ren, team);
    await inTraining(ren, makoto, { team, roleGroupCode, recognised });
  }
  return { teamId: team.id, misaki, kenichi, makoto, ren, ...enrolments };
}

type Training = Pick<Wish, "roleGroupCode" | "recognised"> & { team: { id: string; code: string } };

async function inTraining(misaki: PersonMade, makoto: PersonMade, { team, roleGroupCode, recognised }: Training) {
  const edition = await anEdition();
  const basic = await anEnrolment(misaki, team, { edition, by: makoto });
  const enrolment = await anEnrolment(misaki, team, { edition, by: makoto, roleGroupCode });
  if (recognised !== null) {
    await recognisedUpTo(basic, makoto, 0);
    await recognisedUpTo(enrolment, makoto, recognised);
  }
  await db().$transaction(async (tx) => {
    await refreshStanding(tx, basic.id);
    await refreshStanding(tx, enrolment.id);
  });
  return { basicId: basic.id, enrolmentId: enrolment.id };
}

export type TeamAtWork = Awaited<ReturnType<typeof aTeamAtWork>>;

const made = await aTeamAtWork(JSON.parse(process.argv[2] ?? "{}") as Wish);
await db().$disconnect();
process.stdout.write(`${JSON.stringify(made)}\n`);
