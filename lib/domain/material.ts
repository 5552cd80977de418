/** 教材: what the organisation gives to read or watch (title, link, note, kind, order). */
export const MATERIAL_KINDS = ["video15", "lesson90", "reading", "other"] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];
