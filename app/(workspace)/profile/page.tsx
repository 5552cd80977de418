import { notFound } from "next/navigation";
import { readTheme } from "@/lib/platform/reader-cookies";
import { requireViewer } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findProfile } from "@/lib/profile/queries";
import { DoneToast } from "../_components/done-toast";
import { LeaveOf } from "../leave/_components/leave-of";
import { ProfileFacts } from "./_components/profile-facts";
import { ProfileHead } from "./_components/profile-head";
import { ProfileSettings } from "./_components/profile-settings";

export const generateMetadata = titled("profile", "title");

export default async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const viewer = await requireViewer();
  const profile = await findProfile(viewer.actor);
  if (!profile) notFound();
  return (
    <>
      <ProfileHead current="profile" />
      <DoneToast done={(await searchParams).done} />
      <ProfileFacts profile={profile} />
      <LeaveOf actor={viewer.actor} personId={viewer.actor.id} />
      <ProfileSettings keyShortcuts={viewer.keyShortcuts} theme={await readTheme()} />
    </>
  );
}
