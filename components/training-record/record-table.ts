import type { PaperColumn, PaperTable } from "@/lib/paper/schema";
import type { RecordSeen } from "./record-seen";
import type { RecordWords } from "./record-words";

/** One section of a training record. */
export type TablePart = (seen: RecordSeen, worded: RecordWords) => PaperTable;

type Head = Parameters<RecordWords["t"]>[0] extends infer Key
  ? Key extends `heads.${infer Name}`
    ? Name
    : never
  : never;
/** Which head, its part of the width, and whether it is never broken, or a number as well. */
type Shape = readonly [head: Head, share: number, look?: "short" | "number"];

export const columnsIn = ({ t }: RecordWords, shapes: readonly Shape[]): PaperColumn[] =>
  shapes.map(([head, share, look]) => ({
    id: head,
    head: t(`heads.${head}`),
    share,
    ...(look && { isShort: true }),
    ...(look === "number" && { isNumber: true }),
  }));
