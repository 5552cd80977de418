import type { Section } from "@/lib/domain/local-curriculum";
import { BASIC } from "@/lib/local-curriculum/schema";

type Place = { readonly roleGroupCode: string | null; readonly step: number };

const query = ({ roleGroupCode, step }: Place) => ({ group: roleGroupCode ?? BASIC, step: String(step) });

export const stepHref = (place: Place) => `/local-curriculum/step?${new URLSearchParams(query(place))}`;
export const addHref = (place: Place, section: Section) =>
  `/local-curriculum/add?${new URLSearchParams({ ...query(place), section })}`;
export const exemptHref = (code: string) => `/local-curriculum/exempt?${new URLSearchParams({ item: code })}`;
