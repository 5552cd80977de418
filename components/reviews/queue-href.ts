import type { QueueTab } from "@/lib/domain/queue";
import type { QueueRow } from "@/lib/queue/schema";

type Waiting = Pick<QueueRow, "kind" | "id" | "enrolmentId" | "code" | "trainee" | "step">;

/** Where a waiting thing is decided. The tab stays as it was chosen. */
export function queueHref(waiting: Waiting, tab: QueueTab = "all"): string {
  const path = pathOf(waiting);
  return tab === "all" || !path.startsWith("/reviews") ? path : `${path}?tab=${tab}`;
}

function pathOf({ kind, id, enrolmentId, code, trainee, step }: Waiting): string {
  switch (kind) {
    case "record":
      return `/reviews/${id}`;
    case "judgement":
      return `/reviews/judgements/${enrolmentId}/${code}`;
    case "answer":
      return `/reviews/answers/${id}`;
    case "signOff":
    case "countersign":
      return `/trainees/${trainee.id}/${enrolmentId}/${step}`;
  }
}
