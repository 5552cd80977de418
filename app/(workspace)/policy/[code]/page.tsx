import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ParameterFacts } from "@/components/policy/parameter-facts";
import { SettingForm } from "@/components/policy/setting-form";
import { SettingHistory } from "@/components/policy/setting-history";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { now } from "@/lib/platform/clock";
import { isLocale } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findPolicy } from "@/lib/policy/queries";
import { setPolicyAction } from "../actions";

export const generateMetadata = titled("policy", "title");

export default async function ParameterPage({ params }: PageProps<"/policy/[code]">) {
  const { actor } = await requireViewer();
  const { code } = await params;
  const policy = await findPolicy(actor, now());
  const parameter = policy?.parameters.find(({ definition }) => definition.code === code);
  if (!policy || !parameter) notFound();
  const [t, chosen] = await Promise.all([getTranslations("policy"), getLocale()]);
  const locale = isLocale(chosen) ? chosen : "ja";
  const title = parameter.definition.title[locale];
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/policy", label: t("title") }, { label: title }]} />
      <PageHead title={title} />
      <ParameterFacts parameter={parameter} />
      {policy.maySet && (
        <SettingForm parameter={parameter} today={policy.today} onceKey={newId()} action={setPolicyAction} />
      )}
      <SettingHistory parameter={parameter} />
    </>
  );
}
