import { getLocale } from "next-intl/server";
import { inOrder } from "@/components/training/enrolment-seen";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { listOwnRequests, listTraining } from "@/lib/training/queries";
import { DoneToast } from "../../_components/done-toast";
import { findUsualWait } from "../_components/find-usual-wait";
import { NotEnrolled } from "../_components/not-enrolled";
import { EnrolmentSteps } from "./_components/enrolment-steps";
import { RequestHistory } from "./_components/request-history";

export const generateMetadata = titled("training.signOff", "title");

export default async function SignOffsPage({ searchParams }: PageProps<"/my-training/sign-off">) {
  const actor = await requireActor();
  const at = now();
  const locale = await getLocale();
  const [listed, requests, words] = await Promise.all([
    listTraining(actor, actor.id, at),
    listOwnRequests(actor),
    curriculumWords(locale),
  ]);
  const enrolments = inOrder(listed);
  const [first] = enrolments;
  const usual = await findUsualWait(enrolments, locale);
  const frame = { words, locale, usual, now: at };
  const t = await getTranslations("training");
  const trail = [{ href: "/my-training", label: t("title") }, { label: t("signOff.title") }];
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb label={t("step.trail")} trail={trail} />
      <PageHead title={t("signOff.title")} sub={t("signOff.lead")} />
      {!first && <NotEnrolled />}
      {enrolments.map((enrolment) => (
        <EnrolmentSteps
          key={enrolment.training.ref.enrolmentId}
          enrolment={enrolment}
          requests={requests}
          frame={frame}
        />
      ))}
      {(first || requests.length > 0) && <RequestHistory requests={requests} frame={frame} />}
    </>
  );
}
