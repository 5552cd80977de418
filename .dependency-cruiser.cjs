const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const CAPABILITY = "^lib/(?!domain/|platform/)([^/]+)/";
/** What a page or an action may ask of the platform; the API routes are the platform's own. */
const FRONT_DOORS_OF_PLATFORM =
  "^lib/platform/(action|action-state|auth|clock|cn|days|fields|format|health|i18n|ids|messages|reader-cookies|returned|safe-path|session|session-cookie|visitor|wording|words)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    only(
      "domain-is-pure",
      "lib/domain imports nothing but lib/domain",
      { path: "^lib/domain/" },
      { pathNot: "^lib/domain/" },
    ),
    only(
      "db-behind-capabilities",
      "only queries, commands, records, scope, facts, and lib/platform touch the database",
      {
        pathNot: [
          "^lib/[^/]+/(queries|commands|records|scope|facts)\\.ts$",
          "^lib/platform/",
          "^prisma/",
          "^scripts/",
          "^bench/",
          "^tests/",
        ],
      },
      { path: ["^prisma/generated", "^lib/platform/db\\.ts$", "node_modules/@prisma/", "node_modules/pg/"] },
    ),
    only(
      "lib-never-renders",
      "lib knows nothing of app or components",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    only(
      "components-stay-client-safe",
      "components take props: domain types, schemas, action-state, formats and words only",
      { path: "^components/" },
      {
        path: "^(app|prisma)/|^lib/(?!domain/|[^/]+/schema\\.ts$|platform/(action-state|format|messages|words|cn)\\.ts$)",
      },
    ),
    only(
      "ui-knows-no-domain",
      "components/ui could ship in any product",
      { path: "^components/ui/" },
      { path: "^(lib/(?!platform/cn\\.ts$)|components/(?!ui/))" },
    ),
    only(
      "queries-never-write",
      "reads do not depend on writes",
      { path: "/queries\\.ts$" },
      { path: "/commands\\.ts$" },
    ),
    only(
      "request-free-services",
      "queries and commands take the actor as an argument",
      { path: "^lib/[^/]+/(queries|commands|records|scope|facts)\\.ts$" },
      { path: ["^lib/platform/(session|action)\\.ts$", "node_modules/next/"] },
    ),
    only(
      "no-deep-imports",
      "capabilities use each other only through queries, commands, schema, scope, facts",
      { path: CAPABILITY },
      { path: CAPABILITY, pathNot: ["^lib/$1/", "/(queries|commands|schema|scope|facts)\\.ts$"] },
    ),
    only(
      "app-uses-front-doors",
      "pages and actions enter a capability by its queries, commands or schema",
      { path: "^app/" },
      {
        path: "^lib/(?!domain/)[^/]+/",
        pathNot: ["/(queries|commands|schema)\\.ts$", FRONT_DOORS_OF_PLATFORM],
      },
    ),
    only(
      "content-through-its-loader",
      "curriculum files are parsed in one place",
      { pathNot: ["^lib/content/", "^tests/"] },
      { path: "^content/", pathNot: "^content/messages/" },
    ),
    only(
      "words-through-messages",
      "the words of the interface are read in one place; the page for a failure of that place has its own",
      { pathNot: ["^lib/platform/messages(-ja|-en)?\\.ts$", "^components/layout/failure\\.tsx$", "^tests/"] },
      { path: ["^content/messages/", "^lib/platform/messages-(ja|en)\\.ts$"] },
    ),
    only("production-ignores-tests", "", { pathNot: "^tests/" }, { path: "^tests/" }),
    only("no-cycles", "", {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^prisma/generated/(internal|models)" },
  },
};
