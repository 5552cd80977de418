import type { FaultKind, TrailFault } from "@/lib/domain/trail-fault";

/** What a verification found, for whoever sits at the host. */
const WORDS: Record<FaultKind, string> = {
  gap: "an event before it is missing",
  link: "it does not continue the one before it",
  time: "it is not later than the one before it",
  content: "it is not as it was written",
  head: "the end of the chain was cut off or changed",
  unreadable: "the file has something that is no checkpoint",
  signature: "it was changed, or not signed by this key",
  order: "it does not follow the one before it: one was taken out or put in",
  cut: "the trail was longer when it was made",
  rewritten: "the trail was another one when it was made",
  lost: "the copy has it, the file has not",
};

const events = ({ seq, until }: TrailFault) =>
  until === null || until === seq ? `event ${seq}` : `events ${seq} to ${until}`;

export const sentenceOf = (fault: TrailFault) => {
  const place = fault.checkpoint === null ? "" : `checkpoint ${fault.checkpoint} (${fault.until} events)`;
  return `${fault.seq === null ? place : `${events(fault)}${place && `, by ${place}`}`}: ${WORDS[fault.kind]} [${fault.kind}]`;
};
