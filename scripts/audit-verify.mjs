import { underProjectNode } from "./lib/bootstrap.mjs";

await underProjectNode(async () => (await import("./lib/audit.mjs")).auditVerify);
