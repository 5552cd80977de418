import { underProjectNode } from "./lib/bootstrap.mjs";

await underProjectNode(async () => (await import("./lib/checks.mjs")).check);
