import { z } from "zod";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { LEVELS } from "@/lib/domain/readiness";

/** From the address: anything that is no page number is the first page. */
export const pageParam = z.coerce.number().int().min(1).max(100_000).catch(1);

export const teamParam = z.guid();

/** Which cell of the heat map; `basic` is basic education. */
export const cellParams = z.object({
  roleGroup: z.enum([...ROLE_GROUP_CODES, "basic"]).transform((code) => (code === "basic" ? null : code)),
  level: z.enum(LEVELS),
  page: pageParam,
});
