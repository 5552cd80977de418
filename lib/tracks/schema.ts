import { z } from "zod";
import { TRACKS } from "@/lib/domain/curriculum";
import { choice, many, paragraph, uuid } from "@/lib/platform/fields";

const tracks = () => many(choice(TRACKS), TRACKS.length);

export const trackForm = z.object({
  onceKey: uuid(),
  enrolmentId: uuid(),
  tracks: tracks(),
  /** What it covered when the page was looked at. */
  seen: tracks(),
  reason: paragraph(2000),
});
export type TrackForm = z.output<typeof trackForm>;
