import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ParameterTable } from "@/components/policy/parameter-table";
import { PolicyContents } from "@/components/policy/policy-contents";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findPolicy } from "@/lib/policy/queries";

export const generateMetadata = titled("policy", "title");

export default async function PolicyPage() {
  const actor = await requireActor();
  const policy = await findPolicy(actor, now());
  if (!policy) notFound();
  const [t, words] = await Promise.all([getTranslations("policy"), curriculumWords(await getLocale())]);
  const { parameters, maySet } = policy;
  const count = (origin: string) => parameters.filter(({ definition }) => definition.origin === origin).length;
  const groups = [...ROLE_GROUP_CODES, null].map((code) => ({
    id: code ?? "platform",
    title: code ? words.roleGroup(code).name : t("platform"),
    rows: parameters.filter(({ definition }) => definition.roleGroup === code),
  }));
  const rebasing = actor.managedTeamIds.length > 0 && <LinkButton href="/rebasings">{t("rebasing")}</LinkButton>;
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} actions={rebasing} />
      <p className="lead">
        {t("lead", { named: count("named"), silent: count("silent"), platform: count("platform") })}
      </p>
      <PolicyContents groups={groups} />
      {groups.map((group) => (
        <ParameterTable key={group.id} {...group} maySet={maySet} />
      ))}
    </>
  );
}
