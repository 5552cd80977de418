// Sodate as people get it, for the browser tests: a production build on a database that is thrown away afterwards, with
// the curriculum and the demo organisation in it; and a second one as it is before its first run, with nobody in it. Says
// where they are, and runs until it is told to stop.
import { existsSync } from "node:fs";
import { startApp } from "../../scripts/lib/app.mjs";
import { ensureAuditKey } from "../../scripts/lib/audit-key.mjs";
import { ensureBuild } from "../../scripts/lib/build.mjs";
import { ensureClient } from "../../scripts/lib/client.mjs";
import { closing, untilAsked } from "../../scripts/lib/ending.mjs";
import { appEnvironment } from "../../scripts/lib/environment.mjs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { anyFreePort } from "../../scripts/lib/postgres.mjs";
import { main } from "../../scripts/lib/refusal.mjs";
import { runScript } from "../../scripts/lib/run-script.mjs";
import { openThrowaway } from "../../scripts/lib/throwaway.mjs";

const HOST = "127.0.0.1";
const DEMO = "prisma/seed/demo.ts";

/** One installation: its own database, filled if asked, and the app on it. */
async function serve({ isFilled, signal, onClose }) {
  const port = await anyFreePort();
  const origin = `http://${HOST}:${port}`;
  const database = await openThrowaway({ origin });
  onClose(database.close);
  ensureAuditKey(database.folder, new URL(database.urls.appUrl).pathname.slice(1));
  if (isFilled && existsSync(fromRoot(DEMO))) await runScript(DEMO, { environment: database.environment, signal });
  const environment = appEnvironment({ folder: database.folder, origin, ...database.urls });
  const app = await startApp({ host: HOST, port, environment, signal });
  onClose(app.stop);
  return { ended: app.ended, at: `${origin} on ${database.urls.appUrl}` };
}

await main(() =>
  closing(async (onClose) => {
    const signal = untilAsked();
    await ensureClient();
    await ensureBuild();
    const empty = await serve({ isFilled: false, signal, onClose });
    const filled = await serve({ isFilled: true, signal, onClose });
    process.stdout.write(`Sodate for tests is at ${filled.at}, before its first run at ${empty.at}\n`);
    await Promise.race([
      filled.ended,
      empty.ended,
      new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true })),
    ]);
  }),
);
