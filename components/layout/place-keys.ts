import type { NavCode } from "./shell-props";

/** G, then one of these. */
export const PLACE_KEYS = [
  { code: "myTraining", key: "m" },
  { code: "reviews", key: "r" },
  { code: "readiness", key: "s" },
  { code: "curriculum", key: "c" },
] as const satisfies readonly { code: NavCode; key: string }[];

export const placeKeyOf = (code: NavCode): string | undefined => PLACE_KEYS.find((place) => place.code === code)?.key;
