import { expect, test } from "vitest";
import { statementName } from "@/lib/platform/statement-name";

const nameOf = (sql: string) => statementName({ sql });

test("the same text has the same name, another text another, and a name fits PostgreSQL's 63 bytes", () => {
  expect(nameOf("select 1")).toBe(nameOf("select 1"));
  expect(nameOf("select 1")).not.toBe(nameOf("select 2"));
  expect(nameOf("select 1")).toMatch(/^[\w-]{22}$/);
});

test("what an import makes is not kept: too long a text, and texts without end", () => {
  expect(nameOf(`insert ${"($1), ".repeat(4_000)}`)).toBe("");
  for (let rows = 0; rows < 600; rows += 1) nameOf(`insert ${rows}`);
  expect(nameOf("select a new one")).toBe("");
  expect(nameOf("select 1")).not.toBe("");
});
