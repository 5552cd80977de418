import { notFound } from "next/navigation";
import { JudgementDesk } from "@/components/reviews/judgement-desk";
import { findJudgement } from "@/lib/judgement/queries";
import { judgementPath } from "@/lib/judgement/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findQueue } from "@/lib/queue/queries";
import { queueParams } from "@/lib/queue/schema";
import { ReviewPage } from "../../../_components/review-page";
import { judgeAction } from "../../../actions";

export const generateMetadata = titled("reviews", "kinds.judgement");

type Props = PageProps<"/reviews/judgements/[enrolmentId]/[criterionCode]">;

export default async function JudgementPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const path = judgementPath.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const at = now();
  const queue = await findQueue(actor, queueParams.parse(search), at);
  const judgement = await findJudgement(actor, path.data, at);
  if (!judgement) notFound();
  const { enrolmentId, criterionCode } = path.data;
  const waiting = queue.items.find((item) => item.enrolmentId === enrolmentId && item.code === criterionCode);
  return (
    <ReviewPage
      queue={queue}
      params={queueParams.parse(search)}
      done={search.done}
      openId={waiting?.id ?? enrolmentId}
      desk={(open) => <JudgementDesk judgement={judgement} judge={judgeAction} {...open} />}
    />
  );
}
