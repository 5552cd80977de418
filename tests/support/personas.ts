import type { Actor, AppointmentReach, MentorshipReach } from "@/lib/domain/access";
import { db } from "@/lib/platform/db";
import {
  aGrant,
  aMembership,
  aMentorship,
  anAppointment,
  anEdition,
  anEnrolment,
  anOrganisation,
  aPerson,
  aTeam,
  type PersonMade,
} from "./builders";

/** Who somebody is today, read plainly from the rows: the tests' own way, apart from the session's. */
export async function actorOf(personId: string): Promise<Actor> {
  const [grants, mentorships, appointments, enrolments] = await Promise.all([
    db().capacityGrant.findMany({ where: { personId, endedAt: null } }),
    db().mentorship.findMany({ where: { personId, endedAt: null } }),
    db().appointment.findMany({ where: { personId, endedAt: null } }),
    db().enrolment.count({ where: { personId, endedOn: null } }),
  ]);
  return {
    id: personId,
    isAdmin: grants.some(({ capacity }) => capacity === "admin"),
    isAuditor: grants.some(({ capacity }) => capacity === "auditor"),
    isTrainee: enrolments > 0,
    managedTeamIds: grants.flatMap(({ capacity, teamId }) => (capacity === "manager" && teamId ? [teamId] : [])),
    mentorships: mentorships.map(({ roleGroupCode, teamId }) => ({ roleGroupCode, teamId }) as MentorshipReach),
    appointments: appointments.map(
      ({ kind, teamId, roleGroupCode }) => ({ kind, teamId, roleGroupCode }) as AppointmentReach,
    ),
  };
}

const CAST = {
  misaki: { name: "佐藤 美咲", reading: "さとう みさき", latinName: "Misaki Sato", employeeNumber: "00123" },
  ren: { name: "鈴木 蓮", reading: "すずき れん", latinName: "Ren Suzuki", employeeNumber: "00124" },
  kenichi: { name: "高橋 健一", reading: "たかはし けんいち", latinName: "Kenichi Takahashi" },
  yuko: { name: "伊藤 裕子", reading: "いとう ゆうこ", latinName: "Yuko Ito" },
  makoto: { name: "渡辺 誠", reading: "わたなべ まこと", latinName: "Makoto Watanabe" },
  akari: { name: "山本 明里", reading: "やまもと あかり", latinName: "Akari Yamamoto" },
  shin: { name: "中村 慎", reading: "なかむら しん", latinName: "Shin Nakamura" },
  emi: { name: "小林 恵美", reading: "こばやし えみ", latinName: "Emi Kobayashi" },
  taro: { name: "加藤 太郎", reading: "かとう たろう", latinName: "Taro Kato" },
  nao: { name: "吉田 奈緒", reading: "よしだ なお", latinName: "Nao Yoshida" },
  soto: { name: "外山 空", reading: "そとやま そら", latinName: "Sora Sotoyama" },
} as const;
export type PersonaName = keyof typeof CAST;
export const PERSONAS = Object.keys(CAST) as PersonaName[];

export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * One organisation with everybody in it. Teams: hq ─ soc ─ night, and hq ─ plant.
 * misaki trains in soc (basic, liaison), ren in night (basic, soc-monitoring). kenichi mentors liaison in soc and below,
 * yuko soc-monitoring in plant. makoto manages hq, akari manages night. shin is administrator, emi auditor,
 * taro countersigns in soc, nao reviews liaison in plant. soto holds nothing. yuko also trains in plant herself.
 */
export async function aWorld() {
  await anOrganisation();
  const hq = await aTeam({ code: "hq", nameJa: "本社", nameEn: "Headquarters" });
  const soc = await aTeam({ code: "soc", nameJa: "監視チーム", nameEn: "SOC", parent: hq });
  const night = await aTeam({ code: "night", nameJa: "夜間監視", nameEn: "Night watch", parent: soc });
  const plant = await aTeam({ code: "plant", nameJa: "工場チーム", nameEn: "Plant", parent: hq });
  const teams = { hq, soc, night, plant };
  const people = await cast();
  const homes = { hq: ["makoto", "shin", "emi"], soc: ["misaki", "kenichi", "taro"], night: ["ren", "akari"] } as const;
  for (const [team, names] of Object.entries(homes)) {
    for (const name of names) await aMembership(people[name], teams[team as keyof typeof homes]);
  }
  for (const name of ["yuko", "nao", "soto"] as const) await aMembership(people[name], plant);
  await capacities(people, teams);
  return { teams, people, edition: await trainees(people, teams) };
}

async function cast() {
  const people: Partial<Record<PersonaName, PersonMade>> = {};
  for (const name of PERSONAS) people[name] = await aPerson({ ...CAST[name], email: `${name}@aoba.example` });
  return people as Record<PersonaName, PersonMade>;
}

type People = Record<PersonaName, PersonMade>;
type Teams = Record<"hq" | "soc" | "night" | "plant", { id: string; code: string }>;

async function capacities(people: People, teams: Teams) {
  await aMentorship(people.kenichi, "liaison-coordination", teams.soc);
  await aMentorship(people.yuko, "soc-monitoring", teams.plant);
  await aGrant(people.makoto, "manager", teams.hq);
  await aGrant(people.akari, "manager", teams.night);
  await aGrant(people.shin, "admin");
  await aGrant(people.emi, "auditor");
  await anAppointment(people.taro, teams.soc, { kind: "countersigner", by: people.makoto });
  await anAppointment(people.nao, teams.plant, {
    kind: "reviewer",
    roleGroupCode: "liaison-coordination",
    by: people.makoto,
  });
}

async function trainees(people: People, teams: Teams) {
  const edition = await anEdition();
  const by = people.makoto;
  await anEnrolment(people.misaki, teams.soc, { edition, by });
  await anEnrolment(people.misaki, teams.soc, { edition, by, roleGroupCode: "liaison-coordination" });
  await anEnrolment(people.ren, teams.night, { edition, by });
  await anEnrolment(people.ren, teams.night, { edition, by, roleGroupCode: "soc-monitoring" });
  await anEnrolment(people.yuko, teams.plant, { edition, by, roleGroupCode: "liaison-coordination" });
  return edition;
}
