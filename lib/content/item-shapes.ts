import { z } from "zod";
import { TRACKS, type Track } from "@/lib/domain/curriculum";
import { ruleShape } from "./rule-shape";
import type { Words } from "./schema";
import { code, shortTitle, sourceIds, webAddress, words } from "./words";

/** Items of the source, nested as the source nests them. */

const item = { code, source: sourceIds, text: words(), note: words().exactOptional() };
const track = z.enum(TRACKS).exactOptional();
const nested = <T>(child: () => z.ZodType<T>) => z.lazy(() => z.array(child()).min(1)).exactOptional();

type Item = { code: string; source: string[]; text: Words; note?: Words };

export type DescriptionShape = Item & { children?: DescriptionShape[] };
export const descriptionShape: z.ZodType<DescriptionShape> = z.strictObject({
  ...item,
  children: nested(() => descriptionShape),
});

export type TopicShape = Item & { assumed?: true; children?: TopicShape[] };
export const topicShape: z.ZodType<TopicShape> = z.strictObject({
  ...item,
  assumed: z.literal(true).exactOptional(),
  children: nested(() => topicShape),
});

export type GoalShape = Item & { track?: Track; children?: GoalShape[] };
export const goalShape: z.ZodType<GoalShape> = z.strictObject({ ...item, track, children: nested(() => goalShape) });

/** `case` names the drill case that a task is about. */
export type TaskShape = Item & { track?: Track; kind?: "study" | "work"; case?: string; children?: TaskShape[] };
export const taskShape: z.ZodType<TaskShape> = z.strictObject({
  ...item,
  track,
  kind: z.enum(["study", "work"]).exactOptional(),
  case: code.exactOptional(),
  children: nested(() => taskShape),
});

export type ReferenceShape = Item & { track?: Track; publisher?: string; url?: string; children?: ReferenceShape[] };
export const referenceShape: z.ZodType<ReferenceShape> = z.strictObject({
  ...item,
  track,
  publisher: z.string().min(1).exactOptional(),
  url: webAddress.exactOptional(),
  children: nested(() => referenceShape),
});

export const CRITERION_MODES = [
  "understand",
  "explain",
  "do",
  "doAlone",
  "doWithMentor",
  "assistMentor",
  "teach",
] as const;

export const criterionShape = z.strictObject({
  ...item,
  title: shortTitle,
  track,
  mode: z.enum(CRITERION_MODES).exactOptional(),
  /** Group 6 runs on ten domains (A48); its STEP3 names the audience (A49). Kept in the file for its editors. */
  domain: z.string().exactOptional(),
  audience: z.string().exactOptional(),
  rule: ruleShape,
});
export type CriterionShape = z.infer<typeof criterionShape>;

export const headingShape = z.strictObject({
  ...item,
  title: shortTitle,
  track,
  heading: z.literal(true),
  children: z.array(criterionShape).min(1),
});
export type HeadingShape = z.infer<typeof headingShape>;
