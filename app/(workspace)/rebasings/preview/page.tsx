import { notFound } from "next/navigation";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { rebasingWish } from "@/lib/rebasing/schema";
import { findPreview } from "../_components/find-preview";
import { NobodyChosen } from "../_components/nobody-chosen";
import { PreviewBody } from "../_components/preview-body";

export const generateMetadata = titled("rebasing", "previewTitle");

export default async function RebasingPreviewPage({ searchParams }: PageProps<"/rebasings/preview">) {
  const actor = await requireActor();
  if (actor.managedTeamIds.length === 0) notFound();
  const { enrolment: chosen } = rebasingWish.parse(await searchParams);
  if (chosen.length === 0) return <NobodyChosen />;
  const preview = await findPreview(actor, chosen);
  return <PreviewBody {...preview} chosen={chosen} />;
}
