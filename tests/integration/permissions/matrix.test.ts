import { describe, expect, test } from "vitest";
import { emptyDatabase } from "@/tests/support/database";
import { actionsInSource, unwrappedExports } from "@/tests/support/server-actions";
import { aMatrixWorld, CAST, callerOf, expectedOf, fingerprint, type Row, type Who } from "./row";
import { AUDIT } from "./rows-audit";
import { EVENTS } from "./rows-events";
import { LIFE } from "./rows-life";
import { MANAGER } from "./rows-manager";
import { MENTORING } from "./rows-mentoring";
import { NOTICES } from "./rows-notices";
import { OWN_THINGS } from "./rows-own";
import { OF_PEOPLE } from "./rows-people";
import { READING } from "./rows-reading";
import { REVIEWS } from "./rows-reviews";
import { SIGN_OFF } from "./rows-sign-off";
import { TEAMS } from "./rows-teams";
import { TRAINING } from "./rows-training";
import { WORK_IMPORT } from "./rows-work-import";

const MATRIX = {
  ...TRAINING,
  ...REVIEWS,
  ...MENTORING,
  ...SIGN_OFF,
  ...MANAGER,
  ...OF_PEOPLE,
  ...TEAMS,
  ...LIFE,
  ...EVENTS,
  ...OWN_THINGS,
  ...NOTICES,
  ...AUDIT,
  ...READING,
  ...WORK_IMPORT,
};

/** Need no sign-in; what they refuse is tested in tests/integration/identity. */
const PUBLIC = [
  "acceptInvitationAction",
  "chooseLocaleAction",
  "resetPasswordAction",
  "setThemeAction",
  "setUpAction",
  "signInAction",
  "signOutAction",
];

describe("the matrix is complete", () => {
  const actions = actionsInSource();

  test("it has a row for every server action, and none for what is no action", () => {
    const signedIn = actions.filter(({ isPublic }) => !isPublic).map(({ name }) => name);
    expect(Object.keys(MATRIX).sort()).toEqual(signedIn.sort());
    expect(new Set(signedIn).size).toBe(signedIn.length);
  });

  test("the public ones are these and no others", () => {
    const open = actions.filter(({ isPublic }) => isPublic).map(({ name }) => name);
    expect(open.sort()).toEqual(PUBLIC);
  });

  test("every export of a server file is made by defineAction, which asks for the sign-in before anything else", () => {
    expect(unwrappedExports()).toEqual([]);
  });

  test("a row runs what its action runs", () => {
    const rows = Object.entries(MATRIX).flatMap(([name, own]) => own.map((row) => ({ name, row })));
    const strayed = rows.filter(({ name, row }) => {
      const text = actions.find((action) => action.name === name)?.text ?? "";
      return !row.runs.every((command) => new RegExp(`\\b${command}\\b`).test(text));
    });
    expect(strayed.map(({ name }) => name)).toEqual([]);
  });
});

async function answers(row: Row, whos: readonly Who[]) {
  await emptyDatabase();
  const world = await aMatrixWorld();
  const send = await row.prepare(world);
  const before = await fingerprint();
  const seen: [Who, string][] = [];
  for (const who of whos) {
    const answer = await send(await callerOf(world, who), who);
    seen.push([who, answer.ok ? "allowed" : answer.refusal.code]);
  }
  return { seen, before, after: await fingerprint() };
}

const ROWS = Object.entries(MATRIX).flatMap(([name, rows]) => rows.map((row) => [name, row.on, row] as const));

describe.each(ROWS)("%s on %s", (_name, _on, row) => {
  const expected = CAST.map((who) => [who, expectedOf(row, who)] as const);
  const mayNot = CAST.filter((who) => expectedOf(row, who) !== "allowed");
  const may = CAST.filter((who) => expectedOf(row, who) === "allowed");

  test("who may not is refused by name, and nothing changes", async () => {
    const { seen, before, after } = await answers(row, mayNot);
    expect(seen).toEqual(expected.filter(([, answer]) => answer !== "allowed"));
    expect(after).toBe(before);
  });

  test("who may is let through, each in a world of their own", async () => {
    const apart = may.length === CAST.length ? [may] : may.map((who) => [who]);
    for (const whos of apart) {
      const { seen } = await answers(row, whos);
      expect(seen).toEqual(whos.map((who) => [who, "allowed"]));
    }
  });
});
