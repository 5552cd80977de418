import { notFound } from "next/navigation";
import { findJudgement } from "@/lib/judgement/queries";
import { judgementPath } from "@/lib/judgement/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { asked } from "../../../../_components/asked";
import { findBeside } from "../../../_components/find-beside";
import { OpenJudgement } from "../../../_components/open-judgement";
import { ReviewPage } from "../../../_components/review-page";

export const generateMetadata = titled("reviews", "kinds.judgement");

type Props = PageProps<"/reviews/judgements/[enrolmentId]/[criterionCode]">;

export default async function JudgementPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { enrolmentId, criterionCode } = await asked(judgementPath, params);
  const { at, beside } = await findBeside(actor, searchParams);
  const judgement = await findJudgement(actor, { enrolmentId, criterionCode }, at);
  if (!judgement) notFound();
  const waiting = beside.queue.items.find((item) => item.enrolmentId === enrolmentId && item.code === criterionCode);
  return (
    <ReviewPage
      {...beside}
      openId={waiting?.id ?? enrolmentId}
      desk={(open) => <OpenJudgement actor={actor} judgement={judgement} now={at} {...open} />}
    />
  );
}
