import { afterAll } from "vitest";
import { cloneDatabase, databaseUrls } from "./database";

await cloneDatabase();
process.env.DATABASE_URL = databaseUrls().appUrl;
process.env.APP_ORIGIN = "http://127.0.0.1:3000";
process.env.SODATE_SECRET = "integration tests have nothing to hide";
process.env.LOG_LEVEL ??= "silent";

afterAll(async () => {
  const { sodateDb } = globalThis as { sodateDb?: { $disconnect(): Promise<void> } };
  await sodateDb?.$disconnect();
});
