import { SectionHeading } from "@/components/ui/section-heading";
import { NOT_COUNTED_REASONS } from "@/lib/domain/progress";
import { RECORD_KINDS, SUPERVISIONS } from "@/lib/domain/rule";
import type { FormValues } from "@/lib/platform/action-state";
import { useTranslations } from "@/lib/platform/words";
import type { ClaimChoice } from "../claim-choices";
import type { TrainingWords } from "../enrolment-seen";
import { moveOf } from "./form-rows";
import { Moves } from "./moves";

type Props = { choices: readonly ClaimChoice[]; worded: TrainingWords; defaults: FormValues };

/** What this record moves, and why it does not count where it does not. */
export function MovesAside({ choices, worded, defaults }: Props) {
  const t = useTranslations("records");
  const p = useTranslations("progress");
  return (
    <section>
      <SectionHeading>{t("moves.title")}</SectionHeading>
      <Moves
        moves={choices.map((choice) => moveOf(choice, worded, t, p))}
        words={{
          none: t("moves.none"),
          notCounted: t("moves.notCounted"),
          evidenceOnly: t("moves.evidenceOnly"),
          arrow: t.raw("moves.arrow"),
          reasons: Object.fromEntries(NOT_COUNTED_REASONS.map((reason) => [reason, p.raw(`reasons.${reason}`)])),
          join: worded.locale === "ja" ? "、" : ", ",
        }}
        initial={initialOf(defaults)}
      />
    </section>
  );
}

function initialOf(defaults: FormValues) {
  const text = (name: string) => defaults[name]?.[0] ?? "";
  const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
  return {
    kind: RECORD_KINDS.find((kind) => kind === text("kind")) ?? ("other" as const),
    supervision: SUPERVISIONS.find((each) => String(each) === text("supervision")) ?? null,
    mentorPresent: text("mentorPresentId") !== "" || text("mentorPresentName") !== "",
    judged: number("judged"),
    right: number("right"),
    evidenceCount: text("evidence")
      .split("\n")
      .filter((line) => line.trim() !== "").length,
    claims: defaults["claims[]"] ?? [],
    shown: defaults["parts[]"] ?? [],
    parts: [],
  };
}
