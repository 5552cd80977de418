import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/access";
import { type MovableEnrolment, type TransferFacts, transfer } from "@/lib/domain/transfer";
import { NOBODY } from "@/tests/support/nobody";

const soc = { teamId: "soc", ancestorIds: ["soc", "hq"] };
const plant = { teamId: "plant", ancestorIds: ["plant", "hq"], closed: false };
const enrolled = (enrolmentId: string, wish: Partial<MovableEnrolment> = {}): MovableEnrolment => ({
  ref: { enrolmentId, traineeId: "misaki", roleGroupCode: "liaison-coordination", team: soc },
  enrolledOn: "2026-04-01",
  endedOn: null,
  lastMovedOn: null,
  ...wish,
});
const basic = enrolled("basic");
const facts = (wish: Partial<TransferFacts> = {}): TransferFacts => ({
  asked: enrolled("liaison"),
  others: [basic],
  to: plant,
  today: "2026-11-20",
  ...wish,
});
const makoto: Actor = { ...NOBODY, id: "makoto", managedTeamIds: ["hq"] };
const shin: Actor = { ...NOBODY, id: "shin", isAdmin: true };
const ofSoc: Actor = { ...NOBODY, id: "taro", managedTeamIds: ["soc"] };
const wish = { movedOn: "2026-11-01", all: false };
const ids = (decision: ReturnType<typeof transfer>) =>
  decision.ok ? decision.value.map(({ enrolmentId }) => enrolmentId) : decision.refusal.code;

describe("moving to the plant", () => {
  test("one enrolment, or all that run in the same team", () => {
    expect(ids(transfer(wish, facts(), makoto))).toEqual(["liaison"]);
    expect(ids(transfer({ ...wish, all: true }, facts(), shin))).toEqual(["liaison", "basic"]);
    const elsewhere = enrolled("forensics", { ref: { ...basic.ref, enrolmentId: "forensics", team: plant } });
    expect(ids(transfer({ ...wish, all: true }, facts({ others: [elsewhere] }), makoto))).toEqual(["liaison"]);
  });

  test.each<[string, TransferFacts | null, typeof wish, Actor, string]>([
    ["nobody there", null, wish, makoto, "NotFound"],
    ["a manager of the old team only", facts(), wish, ofSoc, "NotFound"],
    ["a manager of the new team only", facts(), wish, { ...ofSoc, managedTeamIds: ["plant"] }, "NotFound"],
    ["one's own", facts(), wish, { ...shin, id: "misaki" }, "NotFound"],
    ["ended", facts({ asked: enrolled("liaison", { endedOn: "2026-10-01" }) }), wish, makoto, "EnrolmentEnded"],
    ["the same team", facts({ to: { ...soc, closed: false } }), wish, makoto, "TransferToSameTeam"],
    ["a closed team", facts({ to: { ...plant, closed: true } }), wish, makoto, "TeamIsClosed"],
    ["a day to come", facts(), { ...wish, movedOn: "2026-11-21" }, makoto, "DayInFuture"],
    ["before the enrolment", facts(), { ...wish, movedOn: "2026-03-31" }, makoto, "TransferBeforeItBegan"],
    [
      "before the last move",
      facts({ asked: enrolled("liaison", { lastMovedOn: "2026-11-02" }) }),
      wish,
      makoto,
      "TransferBeforeItBegan",
    ],
  ])("is refused: %s", (_case, given, asked, actor, code) => {
    expect(ids(transfer(asked, given, actor))).toBe(code);
  });

  test("one that began later keeps the others where they are", () => {
    const later = enrolled("basic", { enrolledOn: "2026-11-10" });
    expect(ids(transfer({ ...wish, all: true }, facts({ others: [later] }), makoto))).toBe("TransferBeforeItBegan");
    expect(ids(transfer(wish, facts({ others: [later] }), makoto))).toEqual(["liaison"]);
  });
});
