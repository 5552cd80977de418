import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { actionsInSource } from "@/tests/support/server-actions";

type Listed = { filename: string; exportedName: string; workers: Record<string, unknown> };

/** Every server action that the build made reachable, by the id that a browser sends. */
const listed = (): [string, Listed][] =>
  Object.entries(JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")).node);

/** A page that holds the action; its address need not lead to anything. */
const pathOf = ({ workers }: Listed) =>
  `/${Object.keys(workers)[0] ?? ""}`
    .replace(/^\/app/, "")
    .replace(/\/page$/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\[[^\]]+\]/g, "00000000-0000-7000-8000-000000000000") || "/";

test("the build holds the server actions of the sources, which the permission matrix covers, and no other", () => {
  const named = (actions: readonly { file: string; name: string }[]) =>
    actions.map(({ file, name }) => `${file} ${name}`).sort();
  const built = listed().map(([, { filename, exportedName }]) => ({ file: filename, name: exportedName }));
  expect(named(built)).toEqual(named(actionsInSource()));
});

test("signed out, every action but the public ones says so and does nothing else", async ({ request, baseURL }) => {
  const open = new Set(actionsInSource().flatMap(({ isPublic, name }) => (isPublic ? [name] : [])));
  const guarded = listed().filter(([, { exportedName }]) => !open.has(exportedName));
  expect(guarded.length).toBeGreaterThan(50);
  for (const [id, action] of guarded) {
    const answer = await request.post(pathOf(action), {
      headers: { "Next-Action": id, Accept: "text/x-component", Origin: baseURL ?? "" },
      multipart: { "0": '[null,"$K1"]' },
    });
    expect(await answer.text(), action.exportedName).toContain('"status":"signedOut"');
  }
});
