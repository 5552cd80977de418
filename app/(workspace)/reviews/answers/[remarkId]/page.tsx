import { notFound } from "next/navigation";
import { AnswerDesk } from "@/components/reviews/answer-desk";
import { findAnswer } from "@/lib/judgement/queries";
import { answerPath } from "@/lib/judgement/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { findQueue } from "@/lib/queue/queries";
import { queueParams } from "@/lib/queue/schema";
import { ReviewPage } from "../../_components/review-page";
import { judgeAnswerAction } from "../../actions";

export const generateMetadata = titled("reviews", "answer.title");

export default async function AnswerPage({ params, searchParams }: PageProps<"/reviews/answers/[remarkId]">) {
  const actor = await requireActor();
  const path = answerPath.safeParse(await params);
  if (!path.success) notFound();
  const search = await searchParams;
  const at = now();
  const queue = await findQueue(actor, queueParams.parse(search), at);
  const answer = await findAnswer(actor, path.data.remarkId, at);
  if (!answer) notFound();
  return (
    <ReviewPage
      queue={queue}
      params={queueParams.parse(search)}
      done={search.done}
      openId={answer.remarkId}
      desk={(open) => <AnswerDesk answer={answer} judge={judgeAnswerAction} {...open} />}
    />
  );
}
