import { relative } from "node:path";
import { parseArgs } from "node:util";
import { createMigration, deploy } from "./migrations.mjs";
import { ROOT } from "./paths.mjs";
import { withDatabase } from "./session.mjs";
import { line, step } from "./steps.mjs";

/** `npm run migrate` applies what is pending; `-- --create NAME` writes the next migration. */
export async function migrate(argv) {
  const { values } = parseArgs({ args: argv, options: { create: { type: "string" }, empty: { type: "boolean" } } });
  if (values.create !== undefined) {
    const folder = await createMigration(values.create, { empty: values.empty });
    line(`${relative(ROOT, folder)}/migration.sql: read it before it is committed`);
    return;
  }
  await step("migrations", (note) =>
    withDatabase(
      "npm run migrate",
      async (urls) => {
        const applied = await deploy(urls);
        note(applied ? `${applied} applied` : "nothing to apply");
      },
      { create: true },
    ),
  );
}
