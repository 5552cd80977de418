import { PageHead } from "@/components/ui/page-head";
import { PURPOSE_VERSION } from "@/lib/domain/identity";
import { requireSignedIn } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { Acknowledgement } from "./_components/acknowledgement";
import { PurposePoints } from "./_components/purpose-points";

export const generateMetadata = titled("purpose", "title");

export default async function PurposePage() {
  const { purposeVersion } = await requireSignedIn();
  const t = await getTranslations("purpose");
  const version = PURPOSE_VERSION;
  return (
    <>
      <PageHead title={t("title")} aside={t("version", { version })} sub={t("lead")} />
      <PurposePoints />
      <Acknowledgement read={purposeVersion} version={version} />
    </>
  );
}
