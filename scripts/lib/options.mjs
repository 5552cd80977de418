import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { Refusal } from "./refusal.mjs";

const LOOPBACK = /^(127(\.\d+){3}|::1|localhost)$/;

/** `--demo --port N --host H`, and the address under which people reach the app. */
export function readOptions(argv) {
  const { demo, port: wished, host } = parse(argv);
  const port = Number(wished);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`--port ${wished} is no port: give a number from 1 to 65535.`);
  return { demo, port, host, origin: originOf(host, port) };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        demo: { type: "boolean", default: false },
        port: { type: "string", default: "3000" },
        host: { type: "string", default: "127.0.0.1" },
      },
    }).values;
  } catch (error) {
    throw new Refusal(`${error.message.split(". ")[0]}: it takes -- --demo, --port N and --host H.`);
  }
}

function originOf(host, port) {
  const wanted = process.env.APP_ORIGIN;
  const isLoopback = LOOPBACK.test(host);
  if (!wanted && isLoopback) return `http://${host === "::1" ? "[::1]" : host}:${port}`;
  if (!wanted || !URL.canParse(wanted) || (!isLoopback && !wanted.startsWith("https://"))) {
    throw new Refusal(
      `Other machines may reach ${host}: set APP_ORIGIN=https://… to the address people use, with a proxy in front that does TLS ("Behind a proxy" in docs/operating.md).`,
    );
  }
  return new URL(wanted).origin;
}

/** Asked before anything is prepared, so that nothing is half done. */
export const requireFreePort = (host, port) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }) =>
      reject(new Refusal(sentences[code]?.(host, port) ?? `${host}:${port} cannot be used (${code}).`)),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });

const sentences = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is taken: stop what uses it, or choose another with -- --port ${port + 1}.`,
  EACCES: (_host, port) => `Port ${port} needs rights that this user lacks: choose one above 1023 with -- --port N.`,
  EADDRNOTAVAIL: (host) => `${host} is no address of this machine: leave --host out, or name one that is.`,
};
