import { format } from "node:util";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** What a test writes to console.error is a failure that nobody looked at. */
const said: string[] = [];
const real = globalThis.console.error;

const nothingSaid = () => expect(said.splice(0), "console.error was called").toEqual([]);

beforeAll(() => {
  globalThis.console.error = (...words: unknown[]) => {
    said.push(format(...words));
  };
});
afterEach(nothingSaid);
afterAll(() => {
  globalThis.console.error = real;
  nothingSaid();
});
