import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ParameterTable } from "@/components/policy/parameter-table";
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
  return (
    <>
      <PageHead title={t("title")} sub={t("sub")} />
      <p className="lead">{t("lead")}</p>
      {[...ROLE_GROUP_CODES, null].map((code) => (
        <ParameterTable
          key={code ?? "platform"}
          title={code ? words.roleGroup(code).name : t("platform")}
          rows={parameters.filter(({ definition }) => definition.roleGroup === code)}
          maySet={maySet}
        />
      ))}
    </>
  );
}
