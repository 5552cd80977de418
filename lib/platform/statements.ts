import "server-only";
import pg from "pg";

type Statement = { readonly text: string; readonly ms: number };
const globals = globalThis as { sodateStatements?: Statement[] };

/** A pool that writes down every statement with its time, for the bench. */
export function watchedPool(config: pg.PoolConfig): pg.Pool {
  globals.sodateStatements ??= [];
  const pool = new pg.Pool(config);
  pool.on("connect", (client) => {
    client.query = new Proxy(client.query, { apply: (query, self, given: unknown[]) => timed(query, self, given) });
  });
  return pool;
}

function timed(query: CallableFunction, self: unknown, given: unknown[]) {
  const since = performance.now();
  const done = () => {
    const log = globals.sodateStatements;
    if (log && log.length < 10_000) log.push({ text: textOf(given[0]), ms: performance.now() - since });
  };
  const last = given.at(-1);
  const watched = typeof last === "function" ? [...given.slice(0, -1), watchedCallback(last, done)] : given;
  const answer: unknown = Reflect.apply(query, self, watched);
  if (answer instanceof Promise) answer.then(done, done);
  return answer;
}

const watchedCallback =
  (callback: CallableFunction, done: () => void) =>
  (...results: unknown[]) => {
    done();
    Reflect.apply(callback, undefined, results);
  };

const textOf = (asked: unknown) =>
  typeof asked === "object" && asked !== null && "text" in asked ? String(asked.text) : String(asked);
