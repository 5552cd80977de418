import "server-only";
import { type Actor, type Capacity, canReadAudit, capacitiesOf } from "@/lib/domain/access";
import { plans as plansDrills } from "@/lib/domain/drill";
import { nameIn, type PersonLocale } from "@/lib/domain/person";
import { mayImportWork } from "@/lib/domain/work-source";
import type { Viewer } from "@/lib/identity/queries";
import { keepIfMany, manyKnown } from "./memory";
import { loadShellCounts, type ShellCounts } from "./records";

type Place = {
  readonly code:
    | "myTraining"
    | "records"
    | "signOff"
    | "notices"
    | "events"
    | "drills"
    | "reviews"
    | "trainees"
    | "workImport"
    | "readiness"
    | "enrolments"
    | "recognitions"
    | "appointments"
    | "curriculum"
    | "people"
    | "teams"
    | "policy"
    | "materials"
    | "localCurriculum"
    | "delivery"
    | "audit";
  readonly href: string;
  readonly alsoHref?: string;
  readonly group: "self" | "mentoring" | "organisation" | "learn" | "operate";
  readonly isFor: (actor: Actor) => boolean;
  readonly count?: keyof ShellCounts | "unread";
};

const holds =
  (...capacities: readonly Capacity[]) =>
  (actor: Actor) =>
    capacitiesOf(actor).some((capacity) => capacities.includes(capacity));

const isTrainee = holds("trainee");
const reviews = (actor: Actor) => holds("mentor", "manager")(actor) || actor.appointments.length > 0;
const manages = holds("manager");
const administers = holds("admin");

/** The whole navigation, in its order. */
const PLACES: readonly Place[] = [
  { code: "myTraining", href: "/my-training", group: "self", isFor: isTrainee, count: "sentBack" },
  { code: "records", href: "/my-training/records", group: "self", isFor: isTrainee },
  { code: "signOff", href: "/my-training/sign-off", group: "self", isFor: isTrainee },
  { code: "notices", href: "/notices", group: "self", isFor: () => true, count: "unread" },
  { code: "events", href: "/events", group: "self", isFor: (actor) => isTrainee(actor) && !plansDrills(actor) },
  { code: "reviews", href: "/reviews", group: "mentoring", isFor: reviews, count: "reviews" },
  { code: "trainees", href: "/trainees", group: "mentoring", isFor: reviews },
  { code: "drills", href: "/drills", alsoHref: "/events", group: "mentoring", isFor: plansDrills },
  { code: "workImport", href: "/work-import", group: "mentoring", isFor: mayImportWork },
  { code: "readiness", href: "/readiness", group: "organisation", isFor: manages },
  {
    code: "enrolments",
    href: "/enrolments",
    group: "organisation",
    isFor: (actor) => manages(actor) || administers(actor),
  },
  { code: "recognitions", href: "/recognitions", group: "organisation", isFor: manages },
  { code: "appointments", href: "/appointments", group: "organisation", isFor: manages },
  { code: "curriculum", href: "/curriculum", group: "learn", isFor: () => true },
  { code: "people", href: "/people", group: "operate", isFor: administers },
  { code: "teams", href: "/teams", group: "operate", isFor: administers },
  { code: "policy", href: "/policy", group: "operate", isFor: (actor) => manages(actor) || administers(actor) },
  { code: "materials", href: "/materials", group: "operate", isFor: (actor) => manages(actor) || administers(actor) },
  {
    code: "localCurriculum",
    href: "/local-curriculum",
    group: "operate",
    isFor: (actor) => manages(actor) || administers(actor),
  },
  { code: "audit", href: "/audit", group: "operate", isFor: canReadAudit },
  { code: "delivery", href: "/delivery", group: "operate", isFor: administers },
];

/** For the bar of a telephone: where each capacity starts, then what is next to it. */
const TABS: readonly Place["code"][] = [
  "myTraining",
  "reviews",
  "readiness",
  "people",
  "audit",
  "records",
  "trainees",
  "teams",
  "curriculum",
];

/** Where each capacity starts; the first that the reader holds is their home. */
const HOMES: readonly (readonly [Capacity, string])[] = [
  ["trainee", "/my-training"],
  ["mentor", "/reviews"],
  ["manager", "/readiness"],
  ["admin", "/people"],
  ["auditor", "/audit"],
];

export const homeOf = (actor: Actor): string =>
  HOMES.find(([capacity]) => holds(capacity)(actor))?.[1] ?? (reviews(actor) ? "/reviews" : "/curriculum");

async function countsFor(actor: Actor, now: Date): Promise<ShellCounts> {
  const nowMs = now.getTime();
  const many = manyKnown(actor, nowMs);
  const counts = await loadShellCounts(actor, {
    isTrainee: isTrainee(actor),
    reviews: many === null && reviews(actor),
    now,
  });
  if (many !== null) return { ...counts, reviews: many };
  keepIfMany(actor, counts.reviews, nowMs);
  return counts;
}

/** What stands around every page: who reads, and the navigation by capacity with what waits. One statement. */
export async function findShell(viewer: Viewer, locale: PersonLocale, now: Date) {
  const { actor, organisation, keyShortcuts } = viewer;
  const counts = { ...(await countsFor(actor, now)), unread: viewer.unread };
  const items = PLACES.filter(({ isFor }) => isFor(actor)).map(({ code, href, alsoHref, group, count }) => ({
    code,
    href,
    ...(alsoHref && { alsoHref }),
    group,
    count: count && counts[count] > 0 ? counts[count] : undefined,
  }));
  return {
    personName: nameIn(locale, viewer),
    organisationName: locale === "ja" ? organisation.nameJa : organisation.nameEn,
    items,
    tabs: TABS.filter((code) => items.some((item) => item.code === code)).slice(0, 3),
    canLog: isTrainee(actor),
    hasKeys: keyShortcuts,
  };
}
