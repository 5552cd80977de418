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
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findPolicy } from "@/lib/policy/queries";
import { DoneToast } from "../../_components/done-toast";
import { setPolicyAction } from "../actions";

export const generateMetadata = titled("policy", "title");

export default async function ParameterPage({ params, searchParams }: PageProps<"/policy/[code]">) {
  const policy = await findPolicy(await requireActor(), now());
  const { code } = await params;
  const parameter = policy?.parameters.find(({ definition }) => definition.code === code);
  if (!policy || !parameter) notFound();
  const [t, chosen] = await Promise.all([getTranslations("policy"), getLocale()]);
  const title = parameter.definition.title[isLocale(chosen) ? chosen : "ja"];
  return (
    <>
      <DoneToast done={(await searchParams).done} />
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
