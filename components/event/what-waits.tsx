import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { WhatWaits as Waits } from "@/lib/event/schema";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = Waits & { words: CurriculumWords; today: string };

/** Records that others logged and that their person confirms, and drills that they are asked to. */
export function WhatWaits({ proposals, invitations, words, today }: Props) {
  const t = useTranslations("sharedEvents");
  const day = (on: string) => formatDay(on, words.locale, { today, weekday: true });
  const scene = (code: string | null) => (code === null ? "" : ` ${words.subCase(code)}`);
  return (
    <>
      {proposals.length > 0 && (
        <section className="sec">
          <SectionHeading note={t("proposals.note")}>{t("proposals.title")}</SectionHeading>
          <ul className="event-waits">
            {proposals.map(({ proposalId, happenedOn, title, subCase, kind, loggedBy }) => (
              <li key={proposalId}>
                <span className="n">{day(happenedOn)}</span>
                <span>
                  <b>{title}</b> <Tag>{t(`kinds.${kind}`) + scene(subCase)}</Tag>
                  <span className="small sub">{t("proposals.by", { name: formatName(loggedBy, words.locale) })}</span>
                </span>
                <LinkButton look="outline" size="small" href={`/my-training/proposals/${proposalId}`}>
                  {t("proposals.confirm")}
                  <span className="vh"> {title + scene(subCase)}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {invitations.length > 0 && (
        <section className="sec">
          <SectionHeading>{t("proposals.drills")}</SectionHeading>
          <ul className="event-waits">
            {invitations.map(({ drillId, plannedOn, title, subCases, kind, plannedBy }) => (
              <li key={drillId}>
                <span className="n">{day(plannedOn)}</span>
                <span>
                  <b>{title}</b> <Tag>{t(`kinds.${kind}`)}</Tag>
                  {subCases.length > 0 && <Tag>{t("proposals.scenes", { count: subCases.length })}</Tag>}
                  <span className="small sub">
                    {t("proposals.plannedBy", { name: formatName(plannedBy, words.locale) })}
                  </span>
                </span>
                <LinkButton size="small" href={`/drills/${drillId}`}>
                  {t("proposals.open")}
                  <span className="vh"> {title}</span>
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
