import { type EnrolmentSeen, groupName, type TrainingWords } from "@/components/training/enrolment-seen";
import type { UsualWait } from "@/components/training/usual-wait";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  person: { readonly id: string; readonly name: string; readonly latinName: string };
  enrolments: readonly EnrolmentSeen[];
  worded: TrainingWords;
  usual: UsualWait;
};

/** Who, in how many role groups, and how much waits for a mentor. */
export function TrainingHead({ person, enrolments, worded, usual }: Props) {
  const t = useTranslations("training");
  const groups = enrolments.flatMap((enrolment) => groupName(enrolment, worded) ?? []);
  const waiting = new Set(
    enrolments.flatMap(({ training }) =>
      training.facts.claims.flatMap(({ standing, recordId }) => (standing === "waiting" ? [recordId] : [])),
    ),
  ).size;
  const enrolled = groups.length === 1 ? (groups[0] ?? "") : t("head.groups", { count: groups.length });
  const waits = waiting === 0 ? t("head.noneWaiting") : t("head.waiting", { count: waiting, usual: usual.record });
  const parts = [formatName(person, worded.locale), ...(groups.length > 0 ? [enrolled] : []), waits];
  return (
    <PageHead
      title={t("title")}
      sub={parts.reduce((before, after) => t("head.join", { before, after }))}
      actions={
        enrolments.length > 0 && <LinkButton href={`/training-record/${person.id}`}>{t("head.record")}</LinkButton>
      }
    />
  );
}
