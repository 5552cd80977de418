import { PageHead } from "@/components/ui/page-head";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { safePath } from "@/lib/platform/safe-path";
import { requireSignedIn } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { Acknowledgement } from "./_components/acknowledgement";
import { PurposePoints } from "./_components/purpose-points";

export const generateMetadata = titled("purpose", "title");

export default async function PurposePage({ searchParams }: PageProps<"/purpose">) {
  const { purposeVersion } = await requireSignedIn();
  const { next } = await searchParams;
  const t = await getTranslations("purpose");
  const version = PURPOSE_VERSION;
  return (
    <>
      <PageHead title={t("title")} aside={t("version", { version })} sub={t("lead")} />
      <PurposePoints />
      <Acknowledgement
        read={purposeVersion}
        version={version}
        next={safePath(typeof next === "string" ? next : undefined)}
      />
    </>
  );
}
