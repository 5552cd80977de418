import { underProjectNode } from "./lib/bootstrap.mjs";

await underProjectNode(async () => (await import("./lib/restore.mjs")).restore);
