import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import type { CurriculumWords, LocalRoleGroup } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import { ItemNote } from "./item-foot";
import type { OwnProgress } from "./own-progress";

type Props = { group: LocalRoleGroup; words: CurriculumWords; own: OwnProgress | null };

/** Name, two sentences, and the roles that belong to the group. */
export function RoleGroupHead({ group, words, own }: Props) {
  const t = useTranslations("curriculum");
  const ui = useTranslations("ui");
  const roles = words.all.roles.filter(({ roleGroup }) => roleGroup === group.code);
  return (
    <>
      <Breadcrumb
        label={ui("breadcrumb")}
        trail={[{ href: "/curriculum", label: t("title") }, { label: t("group", { number: group.number }) }]}
      />
      <PageHead title={<span className="big">{group.name}</span>} actions={own && <OwnPlace own={own} />} />
      <p className="lead phrase">{group.summary}</p>
      <Roles roles={roles} />
    </>
  );
}

const Roles = ({ roles }: { roles: CurriculumWords["all"]["roles"] }) => (
  <dl className="roles">
    {roles.map(({ code, name, duty, note }) => (
      <div key={code}>
        <dt>{name}</dt>
        <dd>
          {duty}
          <ItemNote note={note} />
        </dd>
      </div>
    ))}
  </dl>
);

function OwnPlace({ own }: { own: OwnProgress }) {
  const t = useTranslations("curriculum.own");
  const open = ([1, 2, 3] as const).find((step) => own.steps[step].state === "open");
  return (
    <>
      {open && (
        <span className="small sub">
          {t.rich("inProgress", { step: open, b: (chunks) => <b className="ink">{chunks}</b> })}
        </span>
      )}
      <LinkButton size="small" href={own.href}>
        {t("open")}
      </LinkButton>
    </>
  );
}
