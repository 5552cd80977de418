import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { AskedOpinions } from "./_components/asked-opinions";
import { findBeside } from "./_components/find-beside";
import { OpenItem } from "./_components/open-item";
import { ReviewPage } from "./_components/review-page";

export const generateMetadata = titled("reviews", "title");

export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const actor = await requireActor();
  const { at, beside } = await findBeside(actor, searchParams);
  return (
    <>
      <AskedOpinions actor={actor} />
      <ReviewPage
        {...beside}
        openId={null}
        desk={({ item, ...open }) => item && <OpenItem actor={actor} item={item} now={at} {...open} />}
      />
    </>
  );
}
