import { useLocale } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { TrailStanding } from "@/lib/domain/audit-entry";
import { formatInstant, formatNumber } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

/** How long the trail is, what was signed of it last, and with which key. */
export function TrailNow({ events, reference, publicKey }: Pick<TrailStanding, "events" | "reference" | "publicKey">) {
  const t = useTranslations("audit.verify");
  const locale = useLocale();
  const size = reference?.size ?? 0;
  const signed = reference && {
    at: formatInstant(reference.checkpointedAt, locale),
    size: formatNumber(size, locale),
  };
  return (
    <>
      <SectionHeading
        end={
          reference && (
            <LinkButton size="small" href="/api/audit/checkpoints" download>
              {t("save")}
            </LinkButton>
          )
        }
      >
        {t("now")}
      </SectionHeading>
      <Facts
        facts={[
          { label: t("events"), value: formatNumber(events, locale) },
          { label: t("lastCheckpoint"), value: signed ? t("upTo", signed) : t("none") },
          { label: t("newer"), value: formatNumber(events - size, locale) },
          ...(reference
            ? [{ label: t("root"), value: <code className="small break-all">{reference.root}</code> }]
            : []),
          ...(reference
            ? [{ label: t("head"), value: <code className="small break-all">{reference.head}</code> }]
            : []),
          {
            label: t("publicKey"),
            value: publicKey ? <code className="small break-all">{publicKey}</code> : t("noneWhy"),
          },
        ]}
      />
      <p className="small sub mt-3">{t("publicKeyHint")}</p>
    </>
  );
}
