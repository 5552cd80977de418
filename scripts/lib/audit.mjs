import { withClient } from "./database.mjs";
import { withDatabase } from "./session.mjs";
import { line, step } from "./steps.mjs";

const WORDS = {
  gap: "an event before it is missing",
  link: "it does not continue the one before it",
  time: "it is not later than the one before it",
  content: "it is not as it was written",
  head: "the end of the chain was cut off or changed",
};

/** In words, what is wrong with the trail; nothing when it holds. A database without a trail has nothing wrong with it. */
export const problemsOf = (url) =>
  withClient(url, async (client) => {
    const {
      rows: [{ there }],
    } = await client.query("select to_regproc('audit.verify') is not null as there");
    if (!there) return [];
    const { rows } = await client.query("select seq, problem from audit.verify()");
    return rows.map(({ seq, problem }) => `event ${seq}: ${WORDS[problem] ?? problem}`);
  });

/** `npm run audit:verify`: exit code 1 when the chain does not hold. */
export async function auditVerify() {
  const { problems, events } = await step("audit trail", () =>
    withDatabase("npm run audit:verify", async ({ ownerUrl }) => ({
      problems: await problemsOf(ownerUrl),
      events: await withClient(
        ownerUrl,
        async (client) => (await client.query("select count(*) as events from audit.event")).rows[0].events,
      ),
    })),
  );
  for (const problem of problems) line(`✗ ${problem}`);
  if (problems.length === 0) line(`${events} events, the chain holds.`);
  return problems.length === 0 ? 0 : 1;
}
