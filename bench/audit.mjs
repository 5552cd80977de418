import { underProjectNode } from "../scripts/lib/bootstrap.mjs";

// npm run bench:audit -- --events 100000
await underProjectNode(async () => (await import("./lib/audit.mjs")).benchAudit);
