import { useTranslations } from "@/lib/platform/words";
import { type HeldByPerson, type RoleGroupNames, useHeldNames } from "./held-names";

type Props = { ending: HeldByPerson & { readonly isLast: boolean }; roleGroupNames: RoleGroupNames };

/** What the day after its last day ends by itself. */
export function EndsWith({ ending, roleGroupNames }: Props) {
  const t = useTranslations("people.memberships");
  const held = useHeldNames(ending, roleGroupNames);
  if (held.length === 0 && !ending.isLast) return <p className="small mt-2">{t("nothingEnds")}</p>;
  return (
    <div className="small mt-2">
      <p>{t("ends")}</p>
      <ul className="list-disc pl-5">
        {held.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {ending.isLast && <li>{t("endsAsked")}</li>}
      </ul>
    </div>
  );
}
