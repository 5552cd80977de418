import { notFound } from "next/navigation";
import { AnswerDesk } from "@/components/reviews/answer-desk";
import { findAnswer } from "@/lib/judgement/queries";
import { answerPath } from "@/lib/judgement/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { asked } from "../../../_components/asked";
import { findBeside } from "../../_components/find-beside";
import { ReviewPage } from "../../_components/review-page";
import { judgeAnswerAction } from "../../actions";

export const generateMetadata = titled("reviews", "answer.title");

export default async function AnswerPage({ params, searchParams }: PageProps<"/reviews/answers/[remarkId]">) {
  const actor = await requireActor();
  const { remarkId } = await asked(answerPath, params);
  const { at, beside } = await findBeside(actor, searchParams);
  const answer = await findAnswer(actor, remarkId, at);
  if (!answer) notFound();
  return (
    <ReviewPage
      {...beside}
      openId={remarkId}
      desk={(open) => <AnswerDesk answer={answer} judge={judgeAnswerAction} {...open} />}
    />
  );
}
