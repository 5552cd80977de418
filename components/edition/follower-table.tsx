import { getLocale } from "next-intl/server";
import { placeName } from "@/components/reviews/place-name";
import { LedgerTable } from "@/components/ui/ledger-table";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import { type Movable, movesByRule } from "@/lib/domain/edition";
import { formatName, type Locale } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/words";

type Follower = Movable & { readonly name: string; readonly latinName: string; readonly openStep: number };
type Props = { followers: readonly Follower[]; words: CurriculumWords };

const SHOWN = 50;

/** Who goes over to another edition and who stays, by the rule. */
export async function FollowerTable({ followers, words }: Props) {
  const [t, reviews, chosen] = await Promise.all([
    getTranslations("editions"),
    getTranslations("reviews"),
    getLocale(),
  ]);
  const locale = chosen as Locale;
  const moving = followers.filter(movesByRule).length;
  const counts = { moving, staying: followers.length - moving, more: Math.max(0, followers.length - SHOWN) };
  if (followers.length === 0) return <p className="mt-2">{t("nobodyFollows")}</p>;
  return (
    <div className="mt-3">
      <p>{t("follow", counts)}</p>
      <LedgerTable
        caption={t("whoCaption")}
        rows={followers.slice(0, SHOWN)}
        rowKey={({ ref }) => ref.enrolmentId}
        columns={[
          { id: "person", head: t("person"), isRowHead: true, cell: (row) => formatName(row, locale) },
          {
            id: "place",
            head: t("place"),
            cell: ({ ref, openStep }) =>
              placeName(reviews, words, { roleGroupCode: ref.roleGroupCode, step: openStep }),
          },
          { id: "by", head: t("byRule"), cell: (row) => t(movesByRule(row) ? "ruleMoves" : "ruleStays") },
        ]}
      />
      {counts.more > 0 && <p className="small">{t("moreFollow", counts)}</p>}
    </div>
  );
}
