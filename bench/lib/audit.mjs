// npm run bench:audit: a long trail on a database of its own, what signing, verifying and proving cost, and what the audit
// costs a command.
import { parseArgs } from "node:util";
import { ensureAuditKey } from "../../scripts/lib/audit-key.mjs";
import { ensureClient } from "../../scripts/lib/client.mjs";
import { withClient } from "../../scripts/lib/database.mjs";
import { execute } from "../../scripts/lib/run-script.mjs";
import { line, step } from "../../scripts/lib/steps.mjs";
import { openThrowaway } from "../../scripts/lib/throwaway.mjs";
import { generate, personId } from "./generate.mjs";

const PEOPLE = 20;
const AT_ONCE = 10_000;

export async function benchAudit(args) {
  const { values } = parseArgs({ args, options: { events: { type: "string", default: "100000" } } });
  const events = Number(values.events);
  await step("database client", ensureClient);
  const { folder, urls, environment, close } = await step("database", () => openThrowaway());
  try {
    await step("people", () =>
      withClient(urls.adminUrl, (client) => generate(client, { people: PEOPLE, purpose: "1" })),
    );
    await step(`${events} events`, () => withClient(urls.adminUrl, (client) => append(client, events)));
    ensureAuditKey(folder, "sodate");
    const { code, output } = await execute("bench/audit-figures.ts", { args: [personId(1)], environment });
    line(output);
    return code;
  } finally {
    await close();
  }
}

/** Events as long as those of the product, one in a thousand about the first person. */
async function append(client, events) {
  for (let from = 0; from < events; from += AT_ONCE) {
    await client.query(
      `select audit.append($1, 'ClaimsVerified', case when n % 1000 = 0 then $1 else gen_random_uuid()::text end,
                          '{"byReviewer":false,"claimIds":["' || gen_random_uuid() || '"],"recordId":"' || gen_random_uuid() || '"}')
         from generate_series($2::int, $3::int) as n`,
      [personId(1), from + 1, Math.min(events, from + AT_ONCE)],
    );
  }
  await client.query("vacuum analyze audit.event");
}
