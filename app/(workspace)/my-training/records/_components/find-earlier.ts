import type { Actor } from "@/lib/domain/access";
import type { RecordDraft } from "@/lib/domain/record";
import { findForForm } from "@/lib/records/queries";
import type { LogWish } from "./wish";

/** The own record that is copied, or after which another one is written. */
export const findEarlier = async (actor: Actor, { earlierId }: LogWish): Promise<RecordDraft | null> =>
  earlierId === null ? null : ((await findForForm(actor, earlierId))?.draft ?? null);
