import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startApp } from "../../scripts/lib/app.mjs";
import { aCountingProxy, listening } from "./counting-proxy";
import { NOT_COUNTED } from "./statements";

const HOST = "127.0.0.1";
/** What a page does once it has answered is its own cost too. */
const AFTERWARDS = 300;

/** The build under test once more, on the same database, with nobody else on it and every statement read on its way. */
export async function aCountedApp() {
  const url = new URL(process.env.SODATE_DATABASE_URL ?? "");
  const proxy = await aCountingProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  const port = await freePort();
  const origin = `http://${HOST}:${port}`;
  const secret = "a secret that only this app knows, and long enough";
  const environment = {
    DATABASE_URL: url.href,
    APP_ORIGIN: origin,
    SODATE_SECRET: secret,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: secret,
    NODE_ENV: "production" as const,
  };
  const app = await startApp({ host: HOST, port, environment });

  /** Of one piece of work, with what comes after its answer. */
  const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    proxy.taken();
    await work();
    await pause(AFTERWARDS);
    return proxy.taken().filter((text) => !NOT_COUNTED.test(text));
  };
  const close = async () => {
    await app.stop();
    await proxy.close();
  };
  return { origin, statementsOf, close };
}

async function freePort() {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
