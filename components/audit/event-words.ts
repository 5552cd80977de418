import type { EventDetail } from "@/lib/domain/audit-entry";
import { ROLE_GROUP_CODES, type RoleGroupCode } from "@/lib/domain/curriculum";
import { formatDay } from "@/lib/platform/format";
import { type Locale, messagesIn } from "@/lib/platform/messages";
import type { Words } from "@/lib/platform/words";

/** What was done, in words; an action that this version does not know, by its name. */
export function actionWords(action: string, locale: Locale): string {
  const events: Readonly<Record<string, string>> = messagesIn(locale).events;
  return (Object.hasOwn(events, action) && events[action]) || action;
}

type Naming = {
  t: Words<"audit.details">;
  kinds: Words<"records.kinds">;
  locale: Locale;
  roleGroup: (code: RoleGroupCode) => string;
};

/** One of the details, short. */
export function detailWords(detail: EventDetail, { t, kinds, locale, roleGroup }: Naming): string {
  if (detail.kind === "step") return `STEP${detail.step}`;
  if (detail.kind === "team") return locale === "ja" ? detail.nameJa : detail.nameEn;
  if (detail.kind === "criterion") return detail.code;
  if (detail.kind === "capacity") return capacityWords(detail.code, t);
  if ("on" in detail) return `${kinds(detail.of)} ${formatDay(detail.on, locale)}`;
  if (detail.code === null) return t("basic");
  const known = ROLE_GROUP_CODES.find((code) => code === detail.code);
  return known ? roleGroup(known) : detail.code;
}

const CAPACITIES = ["manager", "admin", "auditor"] as const;
const capacityWords = (code: string, t: Naming["t"]) => {
  const known = CAPACITIES.find((each) => each === code);
  return known ? t(`capacities.${known}`) : code;
};
