"use client";

import { Mark } from "@/components/ui/mark";
import { cn } from "@/lib/platform/cn";
import { FieldError } from "./field-error";
import { useField } from "./use-field";

type Verdict = { value: string; label: string; hotkey?: string };

type Props = {
  name: string;
  /** Of the thing judged; read out only, since its row shows it. */
  label: string;
  good: Verdict;
  bad: Verdict;
  defaultValue?: string;
  className?: string;
};

/** よい or 差し戻す: two halves of one control. */
export function VerdictField({ name, label, good, bad, defaultValue, className }: Props) {
  const field = useField(name, {});
  const chosen = field.typed?.[0] ?? defaultValue;
  return (
    <fieldset data-slot="field" className={cn(className)}>
      <legend className="vh">{label}</legend>
      <div className="yn">
        {[good, bad].map((verdict) => (
          <label key={verdict.value} className={cn(verdict === bad && "no")}>
            <input
              type="radio"
              name={name}
              value={verdict.value}
              defaultChecked={verdict.value === chosen}
              {...(verdict.hotkey && { "data-key": verdict.hotkey })}
              {...field.aria}
            />
            <Mark kind={verdict === bad ? "broken" : "done"} />
            {verdict.label}
          </label>
        ))}
      </div>
      <FieldError id={field.errorId} errors={field.errors} />
    </fieldset>
  );
}
