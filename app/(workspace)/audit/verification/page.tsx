import { notFound } from "next/navigation";
import { TrailNow } from "@/components/audit/trail-now";
import { VerificationTable } from "@/components/audit/verification-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { findTrailStanding } from "@/lib/audit/queries";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../../_components/done-toast";
import { VerifyForm } from "../_components/verify-form";

export const generateMetadata = titled("audit", "verify.title");

export default async function VerificationPage({ searchParams }: PageProps<"/audit/verification">) {
  const [actor, { done }, t] = await Promise.all([requireActor(), searchParams, getTranslations("audit")]);
  const standing = await findTrailStanding(actor);
  if (!standing) notFound();
  return (
    <>
      <DoneToast done={done} />
      <Breadcrumb
        label={t("event.where")}
        trail={[{ href: "/audit", label: t("title") }, { label: t("verification") }]}
      />
      <PageHead title={t("verify.title")} sub={t("verify.sub")} />
      <TrailNow {...standing} />
      <VerifyForm />
      <VerificationTable verifications={standing.verifications} />
    </>
  );
}
