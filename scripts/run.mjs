import { underProjectNode } from "./lib/bootstrap.mjs";

// Runs one of the product's own TypeScript files: node scripts/run.mjs [--no-database] FILE.ts [arguments]
await underProjectNode(async () => (await import("./lib/run.mjs")).runFile);
