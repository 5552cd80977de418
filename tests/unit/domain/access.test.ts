import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Actor,
  CAPACITIES,
  canAppoint,
  canCountersign,
  canEnrol,
  canManagePeople,
  canReadAudit,
  canReadRecordText,
  canSetPolicy,
  canTakeProof,
  canViewEnrolment,
  canViewHistory,
  canViewPerson,
  capacitiesOf,
  isCountersignerOf,
  isReviewerOf,
  manages,
  mentors,
  type PersonRef,
  reviewQuality,
  type TeamRef,
} from "@/lib/domain/access";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { NOBODY } from "@/tests/support/nobody";
import {
  basicEducation,
  kenichi,
  makoto,
  megumi,
  misaki,
  monitoring,
  nao,
  shin,
  taro,
  toru,
} from "@/tests/support/reviewing";

const audit: Actor = { ...NOBODY, id: "akira", isAuditor: true };
const sora: Actor = { ...NOBODY, id: "sora" };
const plant: TeamRef = { teamId: "plant", ancestorIds: ["plant", "hq"] };
const { team: night } = monitoring;
const person: PersonRef = { personId: "misaki", teams: [night] };

/** Everybody of the world, and whether the rule lets them. */
type Row = readonly [who: string, actor: Actor, may: boolean];
const table = (allowed: readonly Actor[]): Row[] =>
  [misaki, kenichi, megumi, toru, makoto, taro, nao, shin, audit, sora].map((actor) => [
    actor.id,
    actor,
    allowed.includes(actor),
  ]);

describe("who sees how Misaki's monitoring goes", () => {
  test.each(table([misaki, kenichi, makoto, taro, nao]))("%s", (_who, actor, may) => {
    expect(canViewEnrolment(actor, monitoring)).toBe(may);
  });
});

describe("who sees who signed it, and when", () => {
  test.each(table([misaki, kenichi, makoto, taro, nao, audit]))("%s", (_who, actor, may) => {
    expect(canViewHistory(actor, monitoring)).toBe(may);
  });
});

describe("who sees her basic education: any mentor of the team as well, and no reviewer of another team", () => {
  const mentorOfForensicsThere = { ...megumi, id: "mei", mentorships: [{ roleGroupCode: "forensics", teamId: "soc" }] };
  test.each([
    ...table([misaki, kenichi, megumi, makoto, taro, nao]),
    ["mei", mentorOfForensicsThere as Actor, true],
  ] satisfies Row[])("%s", (_who, actor, may) => {
    expect(canViewEnrolment(actor, basicEducation)).toBe(may);
  });
});

describe("who countersigns", () => {
  test.each(table([makoto, taro]))("%s", (_who, actor, may) => {
    expect(canCountersign(actor, monitoring)).toBe(may);
  });
});

describe("who sees her profile", () => {
  test.each(table([misaki, makoto, shin]))("%s", (_who, actor, may) => {
    expect(canViewPerson(actor, person)).toBe(may);
  });
});

describe("who takes the proof of what the trail holds about her", () => {
  test.each(table([misaki, makoto, audit]))("%s", (_who, actor, may) => {
    expect(canTakeProof(actor, person)).toBe(may);
  });
});

describe("who enrols her", () => {
  test.each(table([makoto, shin]))("%s", (_who, actor, may) => {
    expect(canEnrol(actor, "misaki", night)).toBe(may);
  });
  test("no manager enrols themselves, an administrator does", () => {
    expect(canEnrol(makoto, "makoto", night)).toBe(false);
    expect(canEnrol(shin, "shin", night)).toBe(true);
  });
});

describe("who appoints in her team", () => {
  test.each(table([makoto]))("%s", (_who, actor, may) => {
    expect(canAppoint(actor, "sora", night)).toBe(may);
  });
  test("nobody themselves", () => expect(canAppoint(makoto, "makoto", night)).toBe(false));
});

describe("what is of the whole organisation", () => {
  test.each(table([shin]))("people: %s", (_who, actor, may) => expect(canManagePeople(actor)).toBe(may));
  test.each(table([shin, audit]))("audit: %s", (_who, actor, may) => expect(canReadAudit(actor)).toBe(may));
  test.each(table([shin, makoto]))("policy: %s", (_who, actor, may) => expect(canSetPolicy(actor, ["hq"])).toBe(may));
  test("a manager of a team below the root sets no policy", () => {
    expect(canSetPolicy({ ...makoto, managedTeamIds: ["soc"] }, ["hq"])).toBe(false);
  });
});

describe("what a record of hers says", () => {
  const record = { traineeId: "misaki", tlp: "AMBER", mentorPresentId: "sora" };
  test.each(table([misaki, kenichi, makoto, taro, nao]))("AMBER: %s", (_who, actor, may) => {
    expect(canReadRecordText(actor, record, monitoring)).toBe(may);
  });
  test.each(table([misaki, sora]))("RED, with Sora beside her: %s", (_who, actor, may) => {
    expect(canReadRecordText(actor, { ...record, tlp: "RED" }, monitoring)).toBe(may);
  });
  test.each(table([misaki]))("RED, alone, or claimed for nothing: %s", (_who, actor, may) => {
    expect(canReadRecordText(actor, { ...record, tlp: "RED", mentorPresentId: null }, monitoring)).toBe(may);
    expect(canReadRecordText(actor, record, null)).toBe(may);
  });
});

describe("what somebody holds", () => {
  test.each([
    ["nothing", sora, []],
    ["a manager", makoto, ["manager"]],
    ["a mentor", kenichi, ["mentor"]],
    ["a countersigner: no capacity of its own", taro, []],
    [
      "several, in the order of the product",
      { ...kenichi, ...misaki, isAdmin: true, mentorships: kenichi.mentorships },
      ["trainee", "mentor", "admin"],
    ],
    [
      "everything",
      { ...makoto, isTrainee: true, isAdmin: true, isAuditor: true, mentorships: kenichi.mentorships },
      [...CAPACITIES],
    ],
  ] as const)("%s", (_what, actor, capacities) => expect(capacitiesOf(actor)).toEqual(capacities));
});

describe("whatever somebody holds", () => {
  const ids = fc.subarray(["night", "soc", "plant", "hq"]);
  const group = fc.constantFrom(...ROLE_GROUP_CODES);
  const anActor: fc.Arbitrary<Actor> = fc.record({
    id: fc.constantFrom("misaki", "other"),
    isAdmin: fc.boolean(),
    isAuditor: fc.boolean(),
    isTrainee: fc.boolean(),
    managedTeamIds: ids,
    mentorships: fc.array(
      fc.record({ roleGroupCode: group, teamId: fc.constantFrom(null, "night", "soc", "plant", "hq") }),
      { maxLength: 2 },
    ),
    appointments: fc.array(
      fc.record({
        kind: fc.constantFrom("reviewer" as const, "countersigner" as const),
        teamId: fc.constantFrom("night", "soc", "plant", "hq"),
        roleGroupCode: fc.option(group),
      }),
      { maxLength: 2 },
    ),
  });
  const anEnrolment = fc.constantFrom(monitoring, basicEducation);

  test("nobody decides on their own enrolment", () => {
    fc.assert(
      fc.property(anActor, anEnrolment, fc.boolean(), (held, enrolment, hasOtherMentor) => {
        const actor = { ...held, id: "misaki" };
        expect(
          [mentors, manages, isReviewerOf, isCountersignerOf, canCountersign].some((may) => may(actor, enrolment)),
        ).toBe(false);
        expect(reviewQuality(actor, enrolment, { hasOtherMentor })).toBeNull();
      }),
    );
  });

  test("who reviews or countersigns sees what it is about", () => {
    fc.assert(
      fc.property(anActor, anEnrolment, fc.boolean(), (actor, enrolment, hasOtherMentor) => {
        const decides =
          reviewQuality(actor, enrolment, { hasOtherMentor }) !== null || canCountersign(actor, enrolment);
        expect(!decides || canViewEnrolment(actor, enrolment)).toBe(true);
      }),
    );
  });

  test("what reaches the team above reaches the team below; what is held in another team does not", () => {
    fc.assert(
      fc.property(anActor, (actor) => {
        const above = { ...monitoring, team: { teamId: "soc", ancestorIds: ["soc", "hq"] } };
        for (const may of [mentors, manages, isReviewerOf, isCountersignerOf])
          expect(!may(actor, above) || may(actor, monitoring)).toBe(true);
        const elsewhere = { ...actor, managedTeamIds: actor.managedTeamIds.filter((id) => id === "plant") };
        expect(manages(elsewhere, monitoring)).toBe(false);
        expect(manages(elsewhere, { ...monitoring, team: plant })).toBe(
          actor.id !== "misaki" && elsewhere.managedTeamIds.length > 0,
        );
      }),
    );
  });

  test("being an administrator or an auditor reads no text and decides nothing", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.constantFrom("AMBER", "RED", "GREEN"), (isAdmin, isAuditor, tlp) => {
        const actor = { ...sora, isAdmin, isAuditor };
        expect(canReadRecordText(actor, { traineeId: "misaki", tlp, mentorPresentId: null }, monitoring)).toBe(false);
        expect(reviewQuality(actor, monitoring, { hasOtherMentor: false })).toBeNull();
        expect(canAppoint(actor, "misaki", night)).toBe(false);
      }),
    );
  });
});
