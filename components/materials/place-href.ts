import { BASIC } from "@/lib/materials/schema";

type Place = { readonly roleGroupCode: string | null; readonly step: number; readonly itemCode?: string | null };

const query = ({ roleGroupCode, step, itemCode }: Place) =>
  new URLSearchParams({
    group: roleGroupCode ?? BASIC,
    step: String(step),
    ...(itemCode != null && { item: itemCode }),
  });

export const stepHref = ({ roleGroupCode, step }: Place) => `/materials/step?${query({ roleGroupCode, step })}`;
/** The place of an item on the page of its STEP. */
export const placeHref = (place: Place) => `${stepHref(place)}${place.itemCode ? `#${place.itemCode}` : ""}`;
export const addHref = (place: Place) => `/materials/new?${query(place)}`;
