import { describe, expect, test } from "vitest";
import { type Actor, canReadRecordText, type EnrolmentRef, reviewQuality } from "@/lib/domain/access";
import { NOBODY } from "@/tests/support/nobody";

const nobody: Actor = { ...NOBODY, id: "ito" };
const mentor: Actor = { ...nobody, mentorships: [{ roleGroupCode: "forensics", teamId: "headquarters" }] };
const manager: Actor = { ...nobody, managedTeamIds: ["headquarters"] };
const reviewer: Actor = {
  ...nobody,
  appointments: [{ kind: "reviewer", teamId: "headquarters", roleGroupCode: "forensics" }],
};
const kobayashi: EnrolmentRef = {
  enrolmentId: "forensics of Kobayashi",
  traineeId: "kobayashi",
  roleGroupCode: "forensics",
  team: { teamId: "lab", ancestorIds: ["lab", "headquarters"] },
};
const basic: EnrolmentRef = { ...kobayashi, enrolmentId: "basic education of Kobayashi", roleGroupCode: null };

describe("in which quality somebody judges Kobayashi's forensics", () => {
  test.each([
    ["the mentor of the team above", mentor, true, "mentor"],
    [
      "a mentor of another role group",
      { ...mentor, mentorships: [{ roleGroupCode: "soc-monitoring", teamId: null }] },
      true,
      null,
    ],
    ["a manager while there is another mentor", manager, true, null],
    ["a manager of a role group without another mentor", manager, false, "reviewer"],
    ["the reviewer while there is another mentor", reviewer, true, null],
    ["the reviewer without another mentor", reviewer, false, "reviewer"],
    ["Kobayashi, whatever is held", { ...mentor, ...manager, id: "kobayashi" }, false, null],
    ["somebody else", nobody, false, null],
  ] as const)("%s", (_who, actor, hasOtherMentor, quality) => {
    expect(reviewQuality(actor, kobayashi, { hasOtherMentor })).toBe(quality);
  });

  test("basic education is judged by any mentor of the team, and by its manager", () => {
    expect(reviewQuality(mentor, basic, { hasOtherMentor: true })).toBe("mentor");
    expect(reviewQuality(manager, basic, { hasOtherMentor: true })).toBe("mentor");
  });
});

describe("what a TLP:RED record says", () => {
  const record = { traineeId: "kobayashi", tlp: "RED", mentorPresentId: "ito" };

  test("is read by the trainee and the mentor named on it, and by nobody else", () => {
    expect(canReadRecordText({ ...nobody, id: "kobayashi" }, record, kobayashi)).toBe(true);
    expect(canReadRecordText(mentor, record, kobayashi)).toBe(true);
    expect(canReadRecordText({ ...mentor, id: "kato" }, record, kobayashi)).toBe(false);
  });
});
