import { z } from "zod";
import { TRACKS } from "@/lib/domain/curriculum";
import { CRITERION_MODES } from "./item-shapes";
import { ruleShape } from "./rule-shape";
import { code, shortTitle, webAddress, words } from "./words";

/** An item that the organisation adds, as the content files would write it: without a source, its code its own. */

const localCode = code.refine((text) => text.startsWith("local."), "does not begin with local.");
const item = { code: localCode, text: words(500), note: words(500).exactOptional() };
const tracked = { ...item, track: z.enum(TRACKS).exactOptional() };

export const localItem = z.discriminatedUnion("section", [
  z.strictObject({ section: z.literal("topic"), ...item }),
  z.strictObject({ section: z.literal("goal"), ...tracked }),
  z.strictObject({ section: z.literal("task"), ...tracked, kind: z.enum(["study", "work"]) }),
  z.strictObject({
    section: z.literal("reference"),
    ...tracked,
    publisher: z.string().min(1).max(200).exactOptional(),
    url: webAddress.exactOptional(),
  }),
  z.strictObject({
    section: z.literal("criterion"),
    ...tracked,
    title: shortTitle,
    mode: z.enum(CRITERION_MODES).exactOptional(),
    rule: ruleShape,
  }),
]);
export type LocalItem = z.infer<typeof localItem>;
