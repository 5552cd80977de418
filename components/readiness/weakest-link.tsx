import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { type TeamReadiness, weakestOf } from "@/lib/domain/readiness";
import { formatName } from "@/lib/platform/format";
import { type GroupNames, readinessWords } from "./readiness-words";

type Named = { name: string; latinName: string };
type Props = {
  readiness: TeamReadiness;
  names: GroupNames;
  independent: ReadonlyMap<RoleGroupCode, readonly Named[]>;
  /** The page of the names behind a number. */
  base: string;
};

/** Where one absence hurts most, in words, and who comes next. */
export async function WeakestLink({ readiness, names, independent, base }: Props) {
  const { t, locale } = await readinessWords();
  const weakest = weakestOf(readiness);
  const isEmpty = readiness.without.length === readiness.roleGroups.length;
  if (!weakest && isEmpty) return null;
  if (!weakest) {
    return (
      <section className="sec">
        <SectionHeading>{t("weakest")}</SectionHeading>
        <p className="wp">{t(readiness.without.length > 0 ? "weakestFineWhere" : "weakestFine")}</p>
      </section>
    );
  }
  const { roleGroupCode, people } = weakest;
  const group = names.full(roleGroupCode);
  const [only] = independent.get(roleGroupCode) ?? [];
  const name = only && formatName(only, locale);
  return (
    <section className="sec">
      <SectionHeading>{t("weakest")}</SectionHeading>
      <p className="wt">{name ? t("weakestOne", { group, name }) : t("weakestNone", { group })}</p>
      <p className="wp">{name ? t("weakestOneText", { name }) : t("weakestNoneText")}</p>
      <Facts facts={[{ label: t("weakestNext"), value: t("weakestNextCount", people) }]} />
      <div className="wa">
        {people.apprentice > 0 ? (
          <LinkButton size="small" href={`${base}?roleGroup=${roleGroupCode}&level=apprentice`}>
            {t("weakestSee")}
          </LinkButton>
        ) : (
          <LinkButton size="small" href="/enrolments">
            {t("weakestEnrol")}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
