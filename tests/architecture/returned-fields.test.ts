import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messagesIn } from "@/lib/platform/messages";

const FIELD = /<(?:TextField|TextArea|NumberField|DateField|ReasonBox)\b(?:(?!\/>)[\s\S])*?\bname=(?:"(\w+)|\{`(\w+))/g;
/** Forms that only ask, by the address, and hand nothing in. */
const SEARCHES = ["q", "search"];

/** Fields that somebody types into, in forms that need a session. */
const typedInto = () => {
  const files = globSync(["app/(workspace)/**/*.tsx", "components/**/*.tsx"]);
  const names = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(FIELD)].map((hit) => hit[1] ?? hit[2]));
  return [...new Set(names)].filter((name) => name !== undefined && !SEARCHES.includes(name)).sort();
};

test("whatever can be typed has a label for the day its session ends", () => {
  const labels = Object.keys(messagesIn("ja").ui.returned.fields);
  expect(typedInto().length).toBeGreaterThan(25);
  expect(typedInto().filter((name) => !labels.includes(name ?? ""))).toEqual([]);
});
