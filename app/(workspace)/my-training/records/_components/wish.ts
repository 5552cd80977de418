import type { FormWish } from "@/components/training/record-form/defaults";
import { isPlainMonth } from "@/lib/domain/calendar";
import { RECORD_KINDS } from "@/lib/domain/rule";

type Params = Readonly<Record<string, string | string[] | undefined>>;

export type LogWish = Pick<FormWish, "criterion" | "month" | "kind"> & {
  /** A record to copy, or the one just logged. */
  readonly earlierId: string | null;
  readonly isAnother: boolean;
  /** Of a criterion, as a task book on paper has it; empty where none was typed. */
  readonly code: string;
  readonly from: string | null;
};

/** What the address asks for; anything else in it is left aside. */
export function wishOf(params: Params): LogWish {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value : "";
  };
  const isAnother = text("another") !== "";
  return {
    criterion: text("criterion") || undefined,
    month: isPlainMonth(text("month")) ? text("month") : undefined,
    kind: RECORD_KINDS.find((kind) => kind === text("kind")),
    earlierId: text("another") || text("copy") || null,
    isAnother,
    code: text("code").slice(0, 20),
    from: text("from").startsWith("/my-training") ? text("from") : null,
  };
}
