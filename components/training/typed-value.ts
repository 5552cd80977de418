import type { FormValues } from "@/lib/platform/action-state";

/** What a draft or a default holds for a field, as its props. */
export const typedText = (values: FormValues, name: string) => {
  const value = values[name]?.[0];
  return value === undefined ? {} : { defaultValue: value };
};

export const typedNumber = (values: FormValues, name: string) => {
  const value = values[name]?.[0];
  return value === undefined || value === "" || Number.isNaN(Number(value)) ? {} : { defaultValue: Number(value) };
};
