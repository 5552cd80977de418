import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { grantEnd, newGrant } from "@/lib/capacity/schema";
import { enrolmentEnd, newEnrolment } from "@/lib/enrolment/schema";
import { importCounts, importRequest, importUpload, previewFilter } from "@/lib/import/schema";
import { membershipEnd, newMembership } from "@/lib/membership/schema";
import { newPerson, peopleFilter, personEdit, personWithReason } from "@/lib/people/schema";
import { newTeam, teamEdit, teamMove } from "@/lib/team/schema";

const ID = "01a20086-370a-7b76-a73e-4e919ac7bfdb";

const PERSON = {
  onceKey: ID,
  name: "田中 花子",
  reading: "ﾀﾅｶ ﾊﾅｺ",
  latinName: "",
  employeeNumber: "",
  email: " Hanako@Aoba.example ",
  locale: "ja",
  affiliation: "own",
  endsOn: "",
  teamId: "",
  fromOn: "",
};
const TEAM = {
  onceKey: ID,
  code: "SOC-Tokyo",
  nameJa: "監視",
  nameEn: "SOC",
  timeZone: "Asia/Tokyo",
  fiscalYearStartMonth: "４",
  parentId: "",
};
const MEMBERSHIP = { onceKey: ID, personId: ID, teamId: ID, kind: "main", fromOn: "2026/12/01", toOn: "" };
const GRANT = { onceKey: ID, personId: ID, capacity: "manager", teamId: ID, reason: "任せる" };
const ENROLMENT = { onceKey: ID, personId: ID, roleGroup: "forensics", teamId: ID, enrolledOn: "2026-04-01" };

/** What is wrong, as `field code`. */
function faults(schema: z.ZodType, input: object) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

describe("a form as it is typed", () => {
  test("a person: cleaned, empty fields are none", () => {
    expect(newPerson.parse(PERSON)).toEqual({
      ...PERSON,
      reading: "たなか はなこ",
      latinName: "",
      employeeNumber: null,
      email: "hanako@aoba.example",
      endsOn: null,
      teamId: null,
      fromOn: null,
    });
  });
  test("a team: its code in small letters, its month a number", () => {
    expect(newTeam.parse(TEAM)).toMatchObject({ code: "soc-tokyo", fiscalYearStartMonth: 4, parentId: null });
  });
  test("a membership and an enrolment: days in any writing, basic education is no role group", () => {
    expect(newMembership.parse(MEMBERSHIP)).toMatchObject({ fromOn: "2026-12-01", toOn: null });
    expect(newEnrolment.parse(ENROLMENT)).toMatchObject({ roleGroup: "forensics", tracks: [] });
    expect(newEnrolment.parse({ ...ENROLMENT, roleGroup: "basic-education" }).roleGroup).toBeNull();
    expect(newEnrolment.parse({ ...ENROLMENT, tracks: "diagnosis" }).tracks).toEqual(["diagnosis"]);
  });
});

const LONG = "あ".repeat(2001);

describe("a bad form says what is wrong, field by field", () => {
  test.each<[string, z.ZodType, object, string[]]>([
    [
      "a person without anything",
      newPerson,
      { onceKey: ID },
      ["name required", "reading required", "email required", "locale notChosen", "affiliation notChosen"],
    ],
    ["a name too long", newPerson, { ...PERSON, name: "あ".repeat(101) }, ["name tooLong"]],
    ["a name over two lines", newPerson, { ...PERSON, name: "田中\n花子" }, ["name oneLine"]],
    ["a hidden character", newPerson, { ...PERSON, name: "田中\u202e花子" }, ["name controlCharacters"]],
    ["a reading in kanji", newPerson, { ...PERSON, reading: "田中" }, ["reading notAReading"]],
    ["no address", newPerson, { ...PERSON, email: "hanako@" }, ["email notAnEmail"]],
    ["another language", newPerson, { ...PERSON, locale: "fr" }, ["locale notAChoice"]],
    ["a day that is none", newPerson, { ...PERSON, endsOn: "2026-02-30" }, ["endsOn notADay"]],
    ["a team by name", newPerson, { ...PERSON, teamId: "soc" }, ["teamId notAChoice"]],
    ["two names at once", newPerson, { ...PERSON, name: ["a", "b"] }, ["name wrongType"]],
    ["an edit of nobody", personEdit, { ...PERSON, seen: "x" }, ["personId notChosen"]],
    ["no reason", personWithReason, { personId: ID, reason: "  " }, ["reason required"]],
    ["a reason too long", personWithReason, { personId: ID, reason: LONG }, ["reason tooLong"]],
    ["a code with spaces", newTeam, { ...TEAM, code: "so c" }, ["code notATeamCode"]],
    ["a code that begins with a dot", newTeam, { ...TEAM, code: ".soc" }, ["code notATeamCode"]],
    ["a zone that is none", newTeam, { ...TEAM, timeZone: "Asia/Atlantis" }, ["timeZone notATimeZone"]],
    ["a thirteenth month", newTeam, { ...TEAM, fiscalYearStartMonth: "13" }, ["fiscalYearStartMonth tooLarge"]],
    ["half a month", newTeam, { ...TEAM, fiscalYearStartMonth: "4.5" }, ["fiscalYearStartMonth notANumber"]],
    ["a team edit from nowhere", teamEdit, { ...TEAM, teamId: ID }, ["seen required"]],
    ["a move of nothing", teamMove, { parentId: ID }, ["teamId notChosen"]],
    ["a membership without a day", newMembership, { ...MEMBERSHIP, fromOn: "" }, ["fromOn required"]],
    ["a third kind of membership", newMembership, { ...MEMBERSHIP, kind: "third" }, ["kind notAChoice"]],
    ["an end without a day", membershipEnd, { membershipId: ID, toOn: "soon" }, ["toOn notADay"]],
    ["a capacity that is not granted", newGrant, { ...GRANT, capacity: "trainee" }, ["capacity notAChoice"]],
    ["a grant without a reason", newGrant, { ...GRANT, reason: "" }, ["reason required"]],
    ["an end of nothing", grantEnd, { reason: "交代" }, ["grantId notChosen"]],
    ["a role group that is none", newEnrolment, { ...ENROLMENT, roleGroup: "cooking" }, ["roleGroup notAChoice"]],
    ["a track that is none", newEnrolment, { ...ENROLMENT, tracks: ["x"] }, ["tracks.0 notAChoice"]],
    ["an end without a reason", enrolmentEnd, { enrolmentId: ID, endedOn: "2026-11-20" }, ["reason required"]],
    ["an upload without a file", importUpload, { kind: "people" }, ["file noFile"]],
    ["an upload of text", importUpload, { kind: "people", file: "a,b" }, ["file noFile"]],
    ["an empty file", importUpload, { kind: "people", file: new File([], "x.csv") }, ["file noFile"]],
    ["another kind of file", importRequest, { kind: "cats", seen: "x" }, ["kind notAChoice"]],
  ])("%s", (_what, schema, input, expected) => {
    expect(faults(schema, input)).toEqual(expected);
  });
});

describe("an address that somebody changed by hand", () => {
  test("is read as far as it can be", () => {
    expect(peopleFilter.parse({ q: ["a"], team: "x", standing: "?", page: "-3" })).toEqual({
      q: null,
      team: null,
      affiliation: null,
      standing: "active",
      page: 1,
    });
    expect(peopleFilter.parse({ q: " 佐藤 ", team: ID, affiliation: "own", standing: "all", page: "2" })).toEqual({
      q: "佐藤",
      team: ID,
      affiliation: "own",
      standing: "all",
      page: 2,
    });
    expect(previewFilter.parse({ show: "everything", page: "x" })).toEqual({ show: null, page: 1 });
    expect(importCounts.safeParse({ new: "1", changed: "x" }).success).toBe(false);
  });
});
