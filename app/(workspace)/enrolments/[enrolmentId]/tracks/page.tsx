import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { TrackEffects } from "@/components/manager/track-effects";
import { TrackForm } from "@/components/manager/track-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { curriculumWords } from "@/lib/curriculum/queries";
import { enrolmentPath } from "@/lib/enrolment/schema";
import { now } from "@/lib/platform/clock";
import { formatName } from "@/lib/platform/format";
import { newId } from "@/lib/platform/ids";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { findTracks } from "@/lib/tracks/queries";
import { asked } from "../../../_components/asked";
import { changeTracksAction } from "../../actions";

export const generateMetadata = titled("tracks", "title");

export default async function TracksPage({ params }: PageProps<"/enrolments/[enrolmentId]/tracks">) {
  const actor = await requireActor();
  const { enrolmentId } = await asked(enrolmentPath, params);
  const found = await findTracks(actor, enrolmentId, now());
  if (!found) notFound();
  const locale = await getLocale();
  const [t, list, words] = await Promise.all([
    getTranslations("tracks"),
    getTranslations("enrolments"),
    curriculumWords(locale),
  ]);
  const { trainee, roleGroupCode, known, tracks, criteria } = found;
  const sub = t("sub", { name: formatName(trainee, locale), group: words.roleGroup(roleGroupCode).name });
  return (
    <>
      <Breadcrumb label={t("where")} trail={[{ href: "/enrolments", label: list("title") }, { label: t("title") }]} />
      <PageHead title={t("title")} sub={sub} />
      <p className="lead">{t("lead")}</p>
      <TrackEffects criteria={criteria} covered={tracks} words={words} />
      <TrackForm {...{ enrolmentId, known, tracks }} onceKey={newId()} action={changeTracksAction} />
    </>
  );
}
