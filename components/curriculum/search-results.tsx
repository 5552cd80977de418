import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords, Piece, SearchGroup, SearchHit } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = { query: string; groups: readonly SearchGroup[]; words: CurriculumWords };

/** Hits by role group, the words of the query marked. */
export function SearchResults({ query, groups, words }: Props) {
  const t = useTranslations("search");
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) {
    return (
      <EmptyState
        level={2}
        title={t("noneTitle", { query })}
        action={<LinkButton href="/curriculum">{t("browse")}</LinkButton>}
      >
        {t("noneText")}
      </EmptyState>
    );
  }
  return (
    <>
      <p role="status" className="sub">
        {t("found", { query, count })}
      </p>
      {groups.map((group) => (
        <section key={group.roleGroup ?? ""} className="sec">
          <SectionHeading end={t("count", { count: group.count })}>
            {group.roleGroup ? words.roleGroup(group.roleGroup).name : t("general")}
          </SectionHeading>
          <ul className="hits">
            {group.hits.map((hit) => (
              <Hit key={`${hit.kind} ${hit.code}`} hit={hit} />
            ))}
          </ul>
          {group.count > group.hits.length && (
            <p className="sub">{t("more", { count: group.count - group.hits.length })}</p>
          )}
        </section>
      ))}
    </>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const t = useTranslations("search");
  const kind = t(`kinds.${hit.kind}`);
  const isOfStep = hit.step !== null && !(hit.step === 0 && hit.roleGroup === null);
  return (
    <li>
      <Link href={hit.href}>
        <Marked pieces={hit.title} />
      </Link>{" "}
      {hit.isLocal && <Tag>{t("local")}</Tag>}{" "}
      <span className="small faint nw">
        {isOfStep ? t("place", { kind, step: t(`steps.${hit.step ?? 0}`) }) : kind}
      </span>
      {hit.text.length > 0 && (
        <p className="sub">
          <Marked pieces={hit.text} />
        </p>
      )}
      {hit.inOther && (
        <p className="small faint" lang={hit.inOther.language}>
          <Marked pieces={hit.inOther.text} />
        </p>
      )}
    </li>
  );
}

const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, isHit, at }) => (isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>));
