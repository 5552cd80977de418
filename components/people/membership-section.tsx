import { useLocale } from "next-intl";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { MEMBERSHIP_KINDS } from "@/lib/membership/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName, teamOptions } from "./team-options";

type Membership = {
  readonly id: string;
  readonly team: { readonly nameJa: string; readonly nameEn: string };
  readonly isMain: boolean;
  readonly fromOn: string;
  readonly toOn: string | null;
};
/** Absent for who may only read. */
type Changes = { add: FormAction; end: FormAction; onceKey: string; teams: Parameters<typeof teamOptions>[0] };
type Props = { personId: string; memberships: readonly Membership[]; today: string; changes: Changes | null };

export function MembershipSection({ personId, memberships, today, changes }: Props) {
  const t = useTranslations("people.memberships");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      {memberships.length === 0 ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <MembershipTable memberships={memberships} today={today} end={changes?.end ?? null} />
      )}
      {changes && <AddMembership personId={personId} today={today} {...changes} />}
    </section>
  );
}

type TableProps = Pick<Props, "memberships" | "today"> & { end: FormAction | null };

function MembershipTable({ memberships, today, end }: TableProps) {
  const t = useTranslations("people.memberships");
  const locale = useLocale();
  const isOver = ({ toOn }: Membership) => toOn !== null && toOn < today;
  return (
    <LedgerTable
      caption={t("caption")}
      rows={memberships}
      rowKey={({ id }) => id}
      columns={[
        { id: "team", head: t("team"), isRowHead: true, cell: ({ team }) => teamName(team, locale) },
        { id: "kind", head: t("kind"), cell: ({ isMain }) => t(`kinds.${isMain ? "main" : "additional"}`) },
        { id: "from", head: t("from"), cell: ({ fromOn }) => formatDay(fromOn, locale) },
        { id: "to", head: t("to"), cell: ({ toOn }) => (toOn === null ? t("open") : formatDay(toOn, locale)) },
        ...(end === null
          ? []
          : [
              {
                id: "action",
                head: t("action"),
                cell: (membership: Membership) =>
                  isOver(membership) ? "" : <EndMembership membership={membership} today={today} end={end} />,
              },
            ]),
      ]}
    />
  );
}

function EndMembership({ membership, today, end }: { membership: Membership; today: string; end: FormAction }) {
  const t = useTranslations("people.memberships");
  const { id, team, toOn } = membership;
  return (
    <Disclosure summary={<span title={t("endOf", { team: teamName(team, useLocale()) })}>{t("end")}</span>}>
      <Form action={end}>
        <HiddenField name="membershipId" value={id} />
        <DateField name="toOn" label={t("endOn")} required defaultValue={toOn ?? today} />
        <div className="form-foot">
          <SubmitButton look="refuse" size="small" pending={t("ending")}>
            {t("end")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function AddMembership({ personId, today, add, onceKey, teams }: Changes & { personId: string; today: string }) {
  const t = useTranslations("people.memberships");
  return (
    <Disclosure summary={t("add")} className="mt-3">
      <Form action={add} onceKey={onceKey} className="narrow-page">
        <p className="small">{t("addHint")}</p>
        <HiddenField name="personId" value={personId} />
        <SelectField name="teamId" label={t("team")} required options={teamOptions(teams, useLocale())} />
        <RadioGroup
          name="kind"
          label={t("kind")}
          unmarked
          defaultValue="main"
          options={MEMBERSHIP_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <DateField name="fromOn" label={t("from")} required defaultValue={today} />
        <DateField name="toOn" label={t("to")} hint={t("toHint")} />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
