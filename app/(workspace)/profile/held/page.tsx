import { ProofButton } from "@/components/audit/proof-button";
import { Link } from "@/components/ui/link";
import { requireViewer } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { summariseHeld } from "@/lib/profile/queries";
import { ProfileHead } from "../_components/profile-head";
import { HeldTable } from "./_components/held-table";

export const generateMetadata = titled("profile.held", "title");

export default async function HeldPage() {
  const viewer = await requireViewer();
  const { actor } = viewer;
  const held = await summariseHeld(actor);
  const t = await getTranslations("profile.held");
  return (
    <>
      <ProfileHead current="held" sub={t("lead")} />
      <p className="mb-4 flex flex-wrap items-center gap-4">
        <a className="btn" href="/api/profile/export" download>
          {t("download")}
        </a>
        <Link href="/purpose">{t("purpose")}</Link>
      </p>
      <HeldTable held={held} isTrainee={actor.isTrainee} />
      <p className="small mt-2">{t("downloadNote")}</p>
      <ProofButton person={{ ...viewer, id: viewer.actor.id }} isOwn className="mt-6" />
    </>
  );
}
