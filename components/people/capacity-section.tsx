import { useLocale } from "next-intl";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { RadioGroup } from "@/components/form/radio-group";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextArea } from "@/components/form/text-area";
import { Disclosure } from "@/components/ui/disclosure";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import { GRANTED_CAPACITIES, type GrantedCapacity } from "@/lib/domain/capacity-grant";
import type { FormAction } from "@/lib/platform/action-state";
import { formatInstant, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { teamName, teamOptions } from "./team-options";

type Named = { readonly name: string; readonly latinName: string };
type Grant = {
  readonly id: string;
  readonly capacity: GrantedCapacity;
  readonly team: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly reason: string;
  readonly grantedAt: string;
  readonly by: Named | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
};
/** Absent for who may only read; `own` says that nobody grants themselves. */
type Changes = {
  grant: FormAction;
  end: FormAction;
  onceKey: string;
  teams: Parameters<typeof teamOptions>[0];
  own: boolean;
};
type Props = { personId: string; grants: readonly Grant[]; changes: Changes | null };

export function CapacitySection({ personId, grants, changes }: Props) {
  const t = useTranslations("people.capacities");
  return (
    <section className="sec">
      <SectionHeading>{t("title")}</SectionHeading>
      {grants.length === 0 ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <CapacityTable grants={grants} end={changes?.end ?? null} />
      )}
      {changes?.own && <p className="small mt-3">{t("own")}</p>}
      {changes && !changes.own && <GrantCapacity personId={personId} {...changes} />}
    </section>
  );
}

function CapacityTable({ grants, end }: { grants: readonly Grant[]; end: FormAction | null }) {
  const t = useTranslations("people.capacities");
  const locale = useLocale();
  return (
    <LedgerTable
      caption={t("caption")}
      rows={grants}
      rowKey={({ id }) => id}
      columns={[
        { id: "capacity", head: t("capacity"), isRowHead: true, cell: ({ capacity }) => t(`names.${capacity}`) },
        { id: "reach", head: t("reach"), cell: ({ team }) => (team ? teamName(team, locale) : t("organisation")) },
        { id: "since", head: t("since"), cell: ({ grantedAt }) => formatInstant(new Date(grantedAt), locale) },
        { id: "by", head: t("by"), cell: ({ by }) => (by ? formatName(by, locale) : t("setUp")) },
        { id: "reason", head: t("reason"), className: "wrap-anywhere", cell: ({ reason }) => reason },
        { id: "state", head: t("state"), cell: (grant) => <GrantState grant={grant} end={end} /> },
      ]}
    />
  );
}

function GrantState({ grant, end }: { grant: Grant; end: FormAction | null }) {
  const t = useTranslations("people.capacities");
  const locale = useLocale();
  if (grant.endedAt !== null) {
    const day = formatInstant(new Date(grant.endedAt), locale);
    return `${t("ended", { day })}${grant.endReason ? ` ${grant.endReason}` : ""}`;
  }
  if (end === null) return null;
  const name = t("endOf", { capacity: t(`names.${grant.capacity}`) });
  return (
    <Disclosure summary={<span title={name}>{t("end")}</span>}>
      <Form action={end}>
        <HiddenField name="grantId" value={grant.id} />
        <TextArea name="reason" label={t("reason")} required max={2000} rows={2} />
        <div className="form-foot">
          <SubmitButton look="refuse" size="small" pending={t("pending")}>
            {name}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function GrantCapacity({ personId, grant, onceKey, teams }: Changes & { personId: string }) {
  const t = useTranslations("people.capacities");
  return (
    <Disclosure summary={t("add")} className="mt-3">
      <Form action={grant} onceKey={onceKey} className="narrow-page">
        <HiddenField name="personId" value={personId} />
        <RadioGroup
          name="capacity"
          label={t("capacity")}
          required
          options={GRANTED_CAPACITIES.map((value) => ({ value, label: t(`names.${value}`) }))}
        />
        <SelectField
          name="teamId"
          label={t("team")}
          hint={t("teamHint")}
          placeholder={t("noTeam")}
          options={teamOptions(teams, useLocale())}
        />
        <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required max={2000} rows={3} />
        <div className="form-foot">
          <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
