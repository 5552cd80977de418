import { format } from "node:util";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

/** What a test writes to console.error is a failure that nobody looked at. */
const said: string[] = [];
const { console: terminal } = globalThis;
const real = terminal.error;

const nothingSaid = () => expect(said.splice(0), "console.error was called").toEqual([]);

beforeAll(() => {
  terminal.error = (...words: unknown[]) => {
    said.push(format(...words));
  };
});
afterEach(nothingSaid);
afterAll(() => {
  terminal.error = real;
  nothingSaid();
});
