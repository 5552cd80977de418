import { randomBytes } from "node:crypto";
import { execute } from "../../scripts/lib/run-script.mjs";
import type { TeamAtWork } from "./stage";
import type { Language } from "./words";

type Wish = { locale?: Language; roleGroupCode?: string; recognised?: number | null; withRen?: boolean };

/** A team of its own on the server under test, in 連絡・全体統括 with education done unless told otherwise. */
export async function aTeamAtWork(wish: Wish = {}): Promise<TeamAtWork> {
  const { locale = "ja", roleGroupCode = "liaison-coordination", recognised = 0, withRen = false } = wish;
  const name = `t${randomBytes(5).toString("hex")}`;
  const { code, output, stdout } = await execute("tests/support/stage.ts", {
    args: [JSON.stringify({ name, locale, roleGroupCode, recognised, withRen })],
    environment: {
      DATABASE_URL: process.env.SODATE_DATABASE_URL,
      APP_ORIGIN: process.env.SODATE_ORIGIN,
      SODATE_SECRET: "a secret that only this scene knows, and long enough",
    },
  });
  if (code !== 0) throw new Error(output);
  return JSON.parse(stdout) as TeamAtWork;
}
