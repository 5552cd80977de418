import { notFound } from "next/navigation";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findQueue } from "@/lib/queue/queries";
import { queueParams } from "@/lib/queue/schema";
import { findRecordReview } from "@/lib/reviewed-record/queries";
import { recordPath } from "@/lib/reviewed-record/schema";
import { OpenRecord } from "../_components/open-record";
import { ReviewPage } from "../_components/review-page";

export const generateMetadata = titled("reviews", "title");

export default async function RecordReviewPage({ params, searchParams }: PageProps<"/reviews/[recordId]">) {
  const actor = await requireActor();
  const path = recordPath.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const at = now();
  const queue = await findQueue(actor, queueParams.parse(search), at);
  const record = await findRecordReview(actor, path.data.recordId, at);
  if (!record) notFound();
  return (
    <ReviewPage
      queue={queue}
      params={queueParams.parse(search)}
      done={search.done}
      openId={record.recordId}
      desk={(open) => <OpenRecord actor={actor} record={record} now={at} {...open} />}
    />
  );
}
