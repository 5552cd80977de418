import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { defaultsFor } from "@/components/training/record-form/defaults";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { findForForm } from "@/lib/records/queries";
import { DRAFT_OF_RECORD } from "@/lib/records/schema";
import { DoneToast } from "../../../_components/done-toast";
import { NotEnrolled } from "../../_components/not-enrolled";
import { logRecordAction } from "../../actions";
import { findLogGround } from "../_components/find-log-ground";
import { Logging } from "../_components/logging";
import { wishOf } from "../_components/wish";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("records"))("form.title"),
});

export default async function NewRecordPage({ searchParams }: PageProps<"/my-training/records/new">) {
  const actor = await requireActor();
  const t = await getTranslations("records");
  const params = await searchParams;
  const wish = wishOf(params);
  const ground = await findLogGround(actor, DRAFT_OF_RECORD);
  const earlier = wish.earlierId ? await findForForm(actor, wish.earlierId) : null;
  const asked = { ...wish, [wish.isAnother ? "another" : "copied"]: earlier?.draft };
  const { around, choices, enrolments } = ground;
  const defaults = defaultsFor(asked, {
    today: enrolments[0]?.today ?? "",
    choices,
    draft: around.draft?.values ?? null,
    lastKind: around.recent[0]?.kind ?? null,
    lastClaims: around.lastClaims,
  });
  return (
    <>
      <DoneToast done={params.done} />
      <Breadcrumb
        label={t("where")}
        trail={[{ href: "/my-training", label: t("myTraining") }, { label: t("form.title") }]}
      />
      <PageHead title={t("form.title")} />
      {enrolments.length === 0 ? (
        <NotEnrolled />
      ) : (
        <Logging
          {...ground}
          defaults={defaults}
          onceKey={newId()}
          hidden={wish.from ? { from: wish.from } : {}}
          isCorrection={false}
          isAsked={earlier !== null || wish.criterion !== undefined || around.draft !== null}
          formKey={DRAFT_OF_RECORD}
          action={logRecordAction}
        />
      )}
    </>
  );
}
