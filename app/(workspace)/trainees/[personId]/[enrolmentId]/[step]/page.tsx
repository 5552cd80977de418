import { notFound } from "next/navigation";
import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { isHeldByOther } from "@/components/reviews/held-by-other";
import { placeName } from "@/components/reviews/place-name";
import { Sheet } from "@/components/sign-off/sheet";
import { StepHead } from "@/components/sign-off/step-head";
import { stepName } from "@/components/training/step-name";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { curriculumWords } from "@/lib/curriculum/queries";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findStepSheet } from "@/lib/sign-off/queries";
import { stepPath } from "@/lib/trainees/schema";
import { noteVisit } from "@/lib/visit/commands";
import { DoneToast } from "../../../../_components/done-toast";
import { HoldStrip } from "../../../../reviews/_components/hold-strip";
import { findRequestHold } from "../../../_components/find-request-hold";
import { TraineeTarget } from "../../../_components/trainee-target";
import { decideRequestAction } from "./actions";

export const generateMetadata = titled("trainees", "title");

type Props = PageProps<"/trainees/[personId]/[enrolmentId]/[step]">;

export default async function TraineeStepPage({ params, searchParams }: Props) {
  const { actor, ...reader } = await requireViewer();
  const path = stepPath.safeParse(await params);
  const [locale, at] = [await getLocale(), now()];
  const sheet = path.success ? await findStepSheet(actor, path.data, at) : null;
  if (!sheet) notFound();
  const { trainee, enrolment, measured } = sheet;
  after(() => noteVisit(actor, { subjectId: trainee.id, place: "trainee", on: enrolment.today }, at));
  const words = await curriculumWords(locale);
  const hold = await findRequestHold(actor, sheet, at);
  const t = await getTranslations("signOff");
  const { roleGroupCode } = enrolment.training.ref;
  const place = placeName(await getTranslations("reviews"), words, { roleGroupCode, step: measured.step });
  const trail = [
    { href: "/reviews", label: t("reviews") },
    { href: `/trainees/${trainee.id}`, label: formatName(trainee, locale) },
    { label: place },
  ];
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <Breadcrumb label={t("where")} trail={trail} />
      <StepHead sheet={sheet} place={place} now={at} />
      <HoldStrip hold={hold} />
      <Sheet
        sheet={sheet}
        isHeldByOther={isHeldByOther(hold)}
        words={words}
        readerName={formatName(reader, locale)}
        target={<TraineeTarget actor={actor} sheet={sheet} />}
        stepName={stepName(measured.step, enrolment, await getTranslations("training"))}
        decide={decideRequestAction}
      />
    </>
  );
}
