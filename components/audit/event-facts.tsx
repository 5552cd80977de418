import { useLocale } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import type { WholeEvent } from "@/lib/domain/audit-entry";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";
import { actionWords, detailWords } from "./event-words";
import { PartyName } from "./party-name";

type Props = { event: WholeEvent; roleGroup: (code: RoleGroupCode) => string };

/** One event: in words, and the very fields that its hash is made of. */
export function EventFacts({ event, roleGroup }: Props) {
  const t = useTranslations("audit.event");
  const naming = { t: useTranslations("audit.details"), kinds: useTranslations("records.kinds") };
  const locale = useLocale();
  const told = event.details.map((each) => detailWords(each, { ...naming, locale, roleGroup }));
  return (
    <Facts
      facts={[
        { label: t("what"), value: actionWords(event.action, locale) },
        { label: t("at"), value: event.atText },
        { label: t("actor"), value: <Named event={event} of="actor" /> },
        { label: t("subject"), value: <Named event={event} of="subject" /> },
        ...(told.length > 0 ? [{ label: t("details"), value: told.join(" · ") }] : []),
        { label: t("body"), value: <Written text={`${event.action} ${event.body}`} why={t("bodyWhy")} /> },
        { label: t("prevHash"), value: <Written text={event.prevHash} /> },
        { label: t("hash"), value: <Written text={event.hash} /> },
        {
          label: t("covered"),
          value: event.isCovered ? (
            <Badge state="done">{t("isCovered")}</Badge>
          ) : (
            <Badge state="waiting">{t("notCovered")}</Badge>
          ),
        },
      ]}
    />
  );
}

function Named({ event, of }: { event: WholeEvent; of: "actor" | "subject" }) {
  return (
    <>
      <PartyName party={event[of]} />
      <code className="small sub block break-all">{event[`${of}Id`]}</code>
    </>
  );
}

const Written = ({ text, why }: { text: string; why?: string }) => (
  <>
    <code className="small break-all">{text}</code>
    {why && <span className="small sub block">{why}</span>}
  </>
);
