import { userInfo } from "node:os";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/lib/find-browser.mjs";

const executablePath = findBrowser();
const isRoot = userInfo().uid === 0;

export default defineConfig({
  testDir: "tests/e2e",
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 }, // a machine that is busy is slow, not wrong
  reporter: [["line"]],
  use: {
    ...devices["Desktop Chrome"],
    ...(process.env.SODATE_ORIGIN && { baseURL: process.env.SODATE_ORIGIN }),
    viewport: { width: 1440, height: 900 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: !isRoot,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // The real thing: a production build on a database of its own with the demo organisation in it.
  webServer: {
    command: "node tests/support/server.mjs",
    wait: {
      stdout:
        /Sodate for tests is at (?<sodate_origin>http:\S+) on (?<sodate_database_url>postgres\S+), before its first run at (?<sodate_empty_origin>http:\S+) on (?<sodate_empty_database_url>postgres\S+)/,
    },
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
