import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findQueue } from "@/lib/queue/queries";
import { queueParams } from "@/lib/queue/schema";
import { OpenItem } from "./_components/open-item";
import { ReviewPage } from "./_components/review-page";

export const generateMetadata = titled("reviews", "title");

export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const actor = await requireActor();
  const search = await searchParams;
  const params = queueParams.parse(search);
  const at = now();
  const queue = await findQueue(actor, params, at);
  return (
    <ReviewPage
      queue={queue}
      params={params}
      done={search.done}
      openId={null}
      desk={({ item, ...open }) => item && <OpenItem actor={actor} item={item} now={at} {...open} />}
    />
  );
}
