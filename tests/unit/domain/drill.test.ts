import { describe, expect, test } from "vitest";
import {
  cancelDrill,
  canInvite,
  type Drill,
  type DrillDraft,
  type DrillRefusal,
  holdDrill,
  planDrill,
  plans,
} from "@/lib/domain/drill";
import type { Nameable } from "@/lib/domain/shared-event";
import { kenichi, makoto, misaki, monitoring, shin } from "@/tests/support/reviewing";

const refused = (code: DrillRefusal["code"]) => ({ ok: false, refusal: { code } });
const named: Nameable = { personId: misaki.id, enrolments: [monitoring], today: "2026-11-20", mentorIds: [] };
const own: Nameable = { ...named, personId: kenichi.id, enrolments: [{ ...monitoring, traineeId: kenichi.id }] };
const drill = (wish: Partial<DrillDraft> = {}): DrillDraft => ({
  kind: "drillCase",
  plannedOn: "2026-12-04",
  title: "ランサムウェア感染の演習",
  note: "",
  subCases: ["case-1.respond"],
  personIds: [misaki.id],
  ...wish,
});
const context = { people: [named, own], subCases: ["case-1.respond", "case-2.respond"] };

describe("who is asked to a drill", () => {
  test("those whose training a mentor or a manager may see, and themselves", () => {
    expect(canInvite(kenichi, named)).toBe(true);
    expect(canInvite(makoto, named)).toBe(true);
    expect(canInvite(kenichi, own)).toBe(true);
  });
  test("nobody by a trainee or an administrator, and nobody without an enrolment", () => {
    expect(canInvite(misaki, named)).toBe(false);
    expect(canInvite(shin, named)).toBe(false);
    expect(canInvite(kenichi, { ...named, enrolments: [] })).toBe(false);
    expect([kenichi, makoto, misaki, shin].map(plans)).toEqual([true, true, false, false]);
  });
});

describe("a drill is planned", () => {
  test("for a day, its scenes and several people", () => {
    const wish = { subCases: ["case-1.respond", "case-2.respond"], personIds: [misaki.id, kenichi.id] };
    expect(planDrill(drill(wish), context, kenichi)).toEqual({ ok: true, value: null });
  });
  test("today at the earliest; an exercise without a scene", () => {
    expect(planDrill(drill({ plannedOn: "2026-11-20" }), context, makoto).ok).toBe(true);
    expect(planDrill(drill({ kind: "exercise", subCases: [] }), context, makoto).ok).toBe(true);
  });
  const cases: readonly [string, Partial<DrillDraft>, typeof kenichi, DrillRefusal["code"]][] = [
    ["by a trainee", {}, misaki, "NotFound"],
    ["by an administrator", {}, shin, "NotFound"],
    ["without people", { personIds: [] }, kenichi, "NobodyInvited"],
    ["for somebody who is not there", { personIds: [misaki.id, "soto"] }, kenichi, "NotFound"],
    ["for yesterday", { plannedOn: "2026-11-19" }, kenichi, "DayPast"],
    ["for a case drill without a scene", { subCases: [] }, kenichi, "SceneMissing"],
    ["for a scene that is none", { subCases: ["case-9.dream"] }, kenichi, "ChoiceUnknown"],
  ];
  test.each(cases)("not %s", (_name, wish, actor, code) => {
    expect(planDrill(drill(wish), context, actor)).toMatchObject(refused(code));
  });
});

const planned = (wish: Partial<Drill> = {}): Drill => ({
  plannedById: kenichi.id,
  cancelledById: null,
  held: false,
  ...wish,
});

describe("a planned drill", () => {
  test("is cancelled by who planned it, once, until it was held", () => {
    expect(cancelDrill(planned(), kenichi)).toEqual({ ok: true, value: "cancelled" });
    expect(cancelDrill(planned({ cancelledById: kenichi.id }), kenichi)).toEqual({ ok: true, value: "already" });
    expect(cancelDrill(planned({ held: true }), kenichi)).toEqual(refused("DrillHeld"));
    expect(cancelDrill(planned(), makoto)).toEqual(refused("NotFound"));
    expect(cancelDrill(null, kenichi)).toEqual(refused("NotFound"));
  });
  test("is held by who planned it, once, unless it was cancelled", () => {
    expect(holdDrill(planned(), kenichi)).toBeNull();
    expect(holdDrill(planned({ held: true }), kenichi)).toEqual({ code: "DrillHeld" });
    expect(holdDrill(planned({ cancelledById: kenichi.id }), kenichi)).toEqual({ code: "DrillCancelled" });
    expect(holdDrill(planned(), makoto)).toEqual({ code: "NotFound" });
    expect(holdDrill(null, kenichi)).toEqual({ code: "NotFound" });
  });
});
