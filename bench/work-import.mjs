import { underProjectNode } from "../scripts/lib/bootstrap.mjs";

// node bench/work-import.mjs: 10,000 alert judgements of 20 analysts, previewed and imported; time and memory.
await underProjectNode(async () => (await import("./lib/work-import.mjs")).benchImport);
