import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Playwright's own Chromium when it was fetched, else the system's, else null. */
export const findBrowser = () =>
  [chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
