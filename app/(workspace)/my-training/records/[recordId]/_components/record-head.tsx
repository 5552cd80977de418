import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { loggedLate } from "@/lib/domain/record";
import { formatDay, formatDays } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { type RecordFrame, type RecordSeen, stands } from "./record-seen";

type Props = { record: RecordSeen; frame: RecordFrame };

/** What it is and when, whether it still stands, and what can be done with it. */
export function RecordHead({ record, frame: { locale } }: Props) {
  const t = useTranslations("records");
  const m = useTranslations("myRecords.record");
  const { draft, recordId, loggedOn } = record;
  const late = loggedLate(draft.happenedOn, loggedOn);
  const day = formatDay(draft.happenedOn, locale, { weekday: true });
  const trail = [
    { href: "/my-training", label: t("myTraining") },
    { href: "/my-training/records", label: t("title") },
    { label: draft.title },
  ];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead
        title={<span className="wrap-anywhere">{draft.title}</span>}
        sub={
          <>
            {m("kindOn", { day, kind: t(`kinds.${draft.kind}`) })}
            {late !== null && (
              <Badge state="caution" className="ml-3">
                {t("record.late", { days: formatDays(late, locale) })}
              </Badge>
            )}
          </>
        }
        actions={
          <>
            <LinkButton href={`/my-training/records/new?copy=${recordId}`}>{t("record.copy")}</LinkButton>
            {stands(record) && (
              <LinkButton look="outline" href={`/my-training/records/${recordId}/correct`}>
                {t("record.correct")}
              </LinkButton>
            )}
          </>
        }
      />
      <History record={record} />
    </>
  );
}

/** Nothing is changed in place: what came before, and what took its place. */
function History({ record: { withdrawn, correctsId, correctedById } }: { record: RecordSeen }) {
  const t = useTranslations("records.record");
  const linkTo = (id: string, label: string) => [{ href: `/my-training/records/${id}`, label }];
  return (
    <>
      {withdrawn && <Message tone="wait" title={t("withdrawn")} />}
      {correctedById !== null && (
        <Message tone="wait" title={t("corrected")} links={linkTo(correctedById, t("seeNewer"))} />
      )}
      {correctsId !== null && <Message title={t("correctionOf")} links={linkTo(correctsId, t("seeOlder"))} />}
    </>
  );
}
