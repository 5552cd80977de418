import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messagesIn } from "@/lib/platform/messages";

const FIELD = /<(?:TextField|TextArea|NumberField|DateField|ReasonBox)\b(?:(?!\/>)[\s\S])*?\bname=(?:"(\w+)|\{`(\w+))/g;
/** A plain form asks by the address or fetches a file; only ours, with an action, hand in what is given back. */
const isPlain = (text: string) => /<form\b/.test(text) && !/<Form\b/.test(text);

/** Fields that somebody types into, in forms that need a session. */
const typedInto = () => {
  const texts = globSync(["app/(workspace)/**/*.tsx", "components/**/*.tsx"]).map((file) => readFileSync(file, "utf8"));
  const handedIn = texts.filter((text) => !isPlain(text));
  const names = handedIn.flatMap((text) => [...text.matchAll(FIELD)].map((hit) => hit[1] ?? hit[2]));
  return [...new Set(names)].filter((name) => name !== undefined).sort();
};

test("whatever can be typed has a label for the day its session ends", () => {
  const labels = Object.keys(messagesIn("ja").ui.returned.fields);
  expect(typedInto().length).toBeGreaterThan(25);
  expect(typedInto().filter((name) => !labels.includes(name ?? ""))).toEqual([]);
});
