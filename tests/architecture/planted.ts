/** A file that breaks one rule, for each rule of .dependency-cruiser.cjs (and, for some, a second way to break it). */
export type Plant = { rule: string; file: string; code: string };

const importing = (rule: string, file: string, specifier: string): Plant => ({
  rule,
  file,
  code: `import * as planted from "${specifier}";\nexport const used = planted;\n`,
});

const importingType = (rule: string, file: string, name: string, specifier: string): Plant => ({
  rule,
  file,
  code: `import type { ${name} } from "${specifier}";\nexport type Used = ${name};\n`,
});

export const PLANTS: readonly Plant[] = [
  importing("domain-is-pure", "lib/domain/planted-library.ts", "zod"),
  importing("domain-is-pure", "lib/domain/planted-node.ts", "node:crypto"),
  importing("domain-is-pure", "lib/domain/planted-platform.ts", "@/lib/platform/ids"),
  importingType("domain-is-pure", "lib/domain/planted-type.ts", "Prisma", "@/prisma/generated/client"),
  importing("db-behind-capabilities", "app/planted/database.ts", "@/lib/platform/db"),
  importing("db-behind-capabilities", "components/planted/driver.ts", "pg"),
  importingType("db-behind-capabilities", "lib/planted/other.ts", "Prisma", "@/prisma/generated/client"),
  importing("lib-never-renders", "lib/planted/page.ts", "@/components/planted/driver"),
  importing("lib-never-renders", "lib/planted/route.ts", "@/app/planted/database"),
  importing("components-stay-client-safe", "components/planted/query.ts", "@/lib/planted/queries"),
  importing("components-stay-client-safe", "components/planted/session.ts", "@/lib/platform/session"),
  importing("components-stay-client-safe", "components/planted/route.ts", "@/app/planted/database"),
  importing("ui-knows-no-domain", "components/ui/planted-domain.ts", "@/lib/domain/result"),
  importing("ui-knows-no-domain", "components/ui/planted-widget.ts", "@/components/planted/driver"),
  importing("queries-never-write", "lib/planted/queries.ts", "./commands"),
  importing("request-free-services", "lib/planted/commands.ts", "next/headers"),
  importing("request-free-services", "lib/planted/records.ts", "@/lib/platform/session"),
  importing("no-deep-imports", "lib/planted/deep.ts", "@/lib/planted-elsewhere/records"),
  importing("app-uses-front-doors", "app/planted/records.ts", "@/lib/planted/records"),
  importing("app-uses-front-doors", "app/planted/settings.ts", "@/lib/platform/env"),
  importing("content-through-its-loader", "lib/planted/content.ts", "@/content/planted.json"),
  importing("words-through-messages", "components/planted/words.ts", "@/content/messages/planted.json"),
  importing("words-through-messages", "lib/planted/words.ts", "@/lib/platform/messages-ja"),
  importing("production-ignores-tests", "app/planted/support.ts", "@/tests/support/planted"),
  importing("no-cycles", "lib/planted/one.ts", "./two"),
];

/** What the planted files lean on; breaks nothing. */
export const SOIL: readonly Omit<Plant, "rule">[] = [
  { file: "lib/planted/two.ts", code: 'import * as one from "./one";\nexport const two = one;\n' },
  { file: "lib/planted-elsewhere/records.ts", code: "export const elsewhere = 1;\n" },
  { file: "content/planted.json", code: "{}\n" },
  { file: "content/messages/planted.json", code: "{}\n" },
  { file: "tests/support/planted.ts", code: "export const support = 1;\n" },
];
