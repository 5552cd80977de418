import { useLocale } from "next-intl";
import { LedgerTable } from "@/components/ui/ledger-table";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { StepNumber } from "@/lib/domain/proficiency";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName } from "./team-options";

type Enrolment = {
  readonly id: string;
  readonly roleGroupCode: RoleGroupCode | null;
  readonly team: { readonly nameJa: string; readonly nameEn: string };
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly openStep: StepNumber | null;
};
type Props = {
  enrolments: readonly Enrolment[];
  roleGroupNames: Readonly<Record<RoleGroupCode, string>>;
  /** Where the person is enrolled; null for who may not. */
  enrolHref: string | null;
};

export function EnrolmentSection({ enrolments, roleGroupNames, enrolHref }: Props) {
  const t = useTranslations("people.enrolments");
  return (
    <section className="sec">
      <SectionHeading
        end={
          enrolHref && (
            <LinkButton href={enrolHref} size="small">
              {t("add")}
            </LinkButton>
          )
        }
      >
        {t("title")}
      </SectionHeading>
      {enrolments.length === 0 ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <EnrolmentTable enrolments={enrolments} roleGroupNames={roleGroupNames} />
      )}
    </section>
  );
}

function EnrolmentTable({ enrolments, roleGroupNames }: Omit<Props, "enrolHref">) {
  const t = useTranslations("people.enrolments");
  const locale = useLocale();
  const standing = ({ endedOn, openStep }: Enrolment) => {
    if (endedOn !== null) return t("ended", { day: formatDay(endedOn, locale) });
    if (openStep === null) return t("complete");
    return openStep === 0 ? t("openEducation") : t("open", { step: openStep });
  };
  return (
    <LedgerTable
      caption={t("caption")}
      rows={enrolments}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "group",
          head: t("roleGroup"),
          isRowHead: true,
          cell: ({ roleGroupCode: code }) => (code ? roleGroupNames[code] : t("basic")),
        },
        { id: "team", head: t("team"), cell: ({ team }) => teamName(team, locale) },
        { id: "since", head: t("since"), cell: ({ enrolledOn }) => formatDay(enrolledOn, locale) },
        { id: "standing", head: t("standing"), cell: standing },
      ]}
    />
  );
}
