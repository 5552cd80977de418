const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const CAPABILITY = "^lib/(?!domain/|platform/)([^/]+)/";

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
      "only queries, commands, scope, and lib/platform touch Prisma at run time",
      { pathNot: ["^lib/[^/]+/(queries|commands|records|scope|facts)\\.ts$", "^lib/platform/", "^(prisma|scripts|tests|bench)/"] },
      { path: ["^prisma/generated", "^lib/platform/db\\.ts$", "node_modules/@prisma/"] },
    ),
    only(
      "lib-never-renders",
      "lib knows nothing of app or components",
      { path: "^lib/" },
      { path: "^(app|components)/" },
    ),
    only(
      "components-stay-client-safe",
      "components take props: domain types, schemas and action-state only",
      { path: "^components/" },
      { path: "^(app|prisma)/|^lib/(?!domain/|[^/]+/schema\\.ts$|platform/(action-state|format|cn)\\.ts$)" },
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
      { path: "^lib/[^/]+/(queries|commands|records|scope)\\.ts$" },
      { path: ["^lib/platform/(session|action)\\.ts$", "node_modules/next/"] },
    ),
    only(
      "no-deep-imports",
      "capabilities use each other only through queries, commands, schema, scope, and facts (decision 012)",
      { path: CAPABILITY },
      { path: CAPABILITY, pathNot: ["^lib/$1/", "/(queries|commands|schema|scope|facts)\\.ts$"] },
    ),
    only(
      "app-uses-front-doors",
      "pages and actions enter a capability by its queries, commands or schema",
      { path: "^app/" },
      {
        path: "^lib/(?!domain/)[^/]+/",
        pathNot: ["/(queries|commands|schema)\\.ts$", "^lib/platform/(?!(db|audit)\\.ts$)"],
      },
    ),
    only(
      "content-through-its-loader",
      "curriculum files are parsed in one place",
      { pathNot: "^lib/content/" },
      { path: "^content/(?!messages/)" },
    ),
    only(
      "words-through-their-catalogue",
      "the words of the interface are loaded in one place; the page that shows a failure of everything brings its own",
      { pathNot: ["^lib/platform/messages\\.ts$", "^components/layout/failure\\.tsx$"] },
      { path: "^content/messages/" },
    ),
    only("production-ignores-tests", "", { pathNot: "^tests/" }, { path: "^tests/" }),
    only("no-cycles", "", {}, { circular: true }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^prisma/generated/(internal|models)" },
  },
};
