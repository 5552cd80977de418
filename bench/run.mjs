import { underProjectNode } from "../scripts/lib/bootstrap.mjs";

// npm run bench -- --people 2000
await underProjectNode(async () => (await import("./lib/bench.mjs")).bench);
