import "server-only";
import pino from "pino";

/** Structured lines on standard output. Never an e-mail address, a name, a token or what a person wrote. */
export const log = pino({
  base: { app: "sodate" },
  level: process.env.LOG_LEVEL ?? "info",
  redact: { paths: ["email", "password", "token", "cookie", "*.email", "*.password", "*.token"], censor: "[removed]" },
});
