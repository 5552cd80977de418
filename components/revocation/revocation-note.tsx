import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { formatDay, formatName } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Revocation = {
  readonly id: string;
  readonly step: number;
  readonly on: string;
  readonly reason: string;
  readonly person: { readonly name: string; readonly latinName: string };
};
type Props = {
  step: number;
  revocations: readonly Revocation[];
  state: { readonly completion: object | null; readonly counts: boolean } | undefined;
  /** A request of this STEP waits, and an earlier STEP is open. */
  isBlocked: boolean;
  mayLift?: boolean;
};

/** That a STEP was revoked, by whom and why; that one behind a gap does not count; that a request waits for the gap. */
export function RevocationNote({ step, revocations, state, isBlocked, mayLift = false }: Props) {
  const t = useTranslations("revocation");
  const locale = useLocale();
  const own = state?.completion ? [] : revocations.filter((each) => each.step === step);
  return (
    <>
      {own.slice(0, 1).map(({ id, on, reason, person }) => (
        <Note key={id} tone="back">
          {t("note", { day: formatDay(on, locale), name: formatName(person, locale), reason })}{" "}
          {mayLift && <Link href={`/revocations/${id}`}>{t("lift")}</Link>}
        </Note>
      ))}
      {state?.completion && !state.counts && <Note tone="wait">{t("noteBehind")}</Note>}
      {isBlocked && <Note tone="wait">{t("noteBlocked")}</Note>}
    </>
  );
}
