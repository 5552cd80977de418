import { notFound } from "next/navigation";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findRecordReview } from "@/lib/reviewed-record/queries";
import { recordPath } from "@/lib/reviewed-record/schema";
import { asked } from "../../_components/asked";
import { findBeside } from "../_components/find-beside";
import { OpenRecord } from "../_components/open-record";
import { ReviewPage } from "../_components/review-page";

export const generateMetadata = titled("reviews", "title");

export default async function RecordReviewPage({ params, searchParams }: PageProps<"/reviews/[recordId]">) {
  const actor = await requireActor();
  const { recordId } = await asked(recordPath, params);
  const { at, beside } = await findBeside(actor, searchParams);
  const record = await findRecordReview(actor, recordId, at);
  if (!record) notFound();
  return (
    <ReviewPage
      {...beside}
      openId={recordId}
      desk={(open) => <OpenRecord actor={actor} record={record} now={at} {...open} />}
    />
  );
}
