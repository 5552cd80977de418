import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { WhatWaits as Waits } from "@/lib/event/schema";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = Waits & { words: CurriculumWords; today: string };

/** Records that others logged and that their person confirms, and drills that they are asked to. */
export function WhatWaits({ proposals, invitations, ...shown }: Props) {
  const t = useTranslations("sharedEvents.proposals");
  return (
    <>
      {proposals.length > 0 && (
        <section className="sec">
          <SectionHeading note={t("note")}>{t("title")}</SectionHeading>
          <Proposals proposals={proposals} {...shown} />
        </section>
      )}
      {invitations.length > 0 && (
        <section className="sec">
          <SectionHeading>{t("drills")}</SectionHeading>
          <Invitations invitations={invitations} {...shown} />
        </section>
      )}
    </>
  );
}

function Proposals({ proposals, words, today }: Omit<Props, "invitations">) {
  const t = useTranslations("sharedEvents");
  const scene = (code: string | null) => (code === null ? "" : ` ${words.subCase(code)}`);
  const entries = proposals.map(({ proposalId, happenedOn, title, subCase, kind, loggedBy }) => (
    <Entry
      key={proposalId}
      day={formatDay(happenedOn, words.locale, { today, weekday: true })}
      title={title}
      tags={<Tag>{t(`kinds.${kind}`) + scene(subCase)}</Tag>}
      by={t("proposals.by", { name: formatName(loggedBy, words.locale) })}
      href={`/my-training/proposals/${proposalId}`}
      open={t("proposals.confirm")}
    />
  ));
  return <ul className="event-waits">{entries}</ul>;
}

function Invitations({ invitations, words, today }: Omit<Props, "proposals">) {
  const t = useTranslations("sharedEvents");
  const entries = invitations.map(({ drillId, plannedOn, title, subCases, kind, plannedBy }) => (
    <Entry
      key={drillId}
      day={formatDay(plannedOn, words.locale, { today, weekday: true })}
      title={title}
      tags={<Tag>{`${t(`kinds.${kind}`)} ${t("proposals.scenes", { count: subCases.length })}`}</Tag>}
      by={t("proposals.plannedBy", { name: formatName(plannedBy, words.locale) })}
      href={`/drills/${drillId}`}
      open={t("proposals.open")}
    />
  ));
  return <ul className="event-waits">{entries}</ul>;
}

type EntryProps = { day: string; title: string; tags: ReactNode; by: string; href: string; open: string };

const Entry = ({ day, title, tags, by, href, open }: EntryProps) => (
  <li>
    <span className="n">{day}</span>
    <span>
      <b>{title}</b> {tags}
      <span className="small sub">{by}</span>
    </span>
    <LinkButton look="outline" size="small" href={href}>
      {open}
      <span className="vh"> {title}</span>
    </LinkButton>
  </li>
);
