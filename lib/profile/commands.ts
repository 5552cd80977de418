import "server-only";
import type { Caller } from "@/lib/domain/access";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { accept } from "@/lib/domain/result";
import { recordEvent } from "@/lib/platform/audit";
import { inTransaction, lockPeople } from "@/lib/platform/db";
import type { KeysForm, LocaleForm } from "./schema";

/** The language of pages, and of what is sent. */
export const chooseLocale = ({ locale }: LocaleForm, { actor }: Caller) =>
  inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: actor.id, locale: { not: locale } },
      data: { locale },
    });
    if (count > 0) {
      await recordEvent(tx, { action: "LocaleChosen", actorId: actor.id, subjectId: actor.id, body: { locale } });
    }
    return accept({ locale });
  });

/** Single-letter keys on or off. */
export const chooseKeys = ({ keyShortcuts }: KeysForm, { actor }: Caller) =>
  inTransaction(async (tx) => {
    const where = { id: actor.id, keyShortcuts: !keyShortcuts };
    const { count } = await tx.person.updateMany({ where, data: { keyShortcuts } });
    if (count > 0) {
      await recordEvent(tx, { action: "KeysChosen", actorId: actor.id, subjectId: actor.id, body: { keyShortcuts } });
    }
    return accept({ keyShortcuts });
  });

/** That the purpose of use was read, in the version that stands. Once. */
export const acknowledgePurpose = (_none: object, { actor, now }: Caller) =>
  inTransaction(async (tx) => {
    const key = { personId: actor.id, version: PURPOSE_VERSION };
    await lockPeople(tx, [actor.id]);
    if (await tx.purposeAcknowledgement.findUnique({ where: { personId_version: key } })) return accept(key);
    await tx.purposeAcknowledgement.create({ data: { ...key, acknowledgedAt: now } });
    await recordEvent(tx, {
      action: "PurposeAcknowledged",
      actorId: actor.id,
      subjectId: actor.id,
      body: { version: PURPOSE_VERSION },
    });
    return accept(key);
  });
