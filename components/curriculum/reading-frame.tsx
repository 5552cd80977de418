import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  words: CurriculumWords;
  current: "overview" | "basicEducation" | RoleGroupCode;
  /** Parts of the page, listed under its entry. */
  sections?: readonly { readonly id: string; readonly label: string }[];
  children: ReactNode;
};

/** The contents of the curriculum at the left, one part of it to read. Where there is no room the contents fold. */
export function ReadingFrame({ children, ...contents }: Props) {
  const t = useTranslations("curriculum");
  return (
    <div className="read">
      <nav className="toc" aria-label={t("toc")}>
        <Contents {...contents} />
      </nav>
      <nav className="tocfold" aria-label={t("toc")}>
        <Disclosure summary={t("toc")}>
          <Contents {...contents} />
        </Disclosure>
      </nav>
      <article className="reading">{children}</article>
    </div>
  );
}

function Contents({ words, current, sections = [] }: Omit<Props, "children">) {
  const t = useTranslations("curriculum");
  const pages = [
    { code: "overview", href: "/curriculum", label: t("overview") },
    { code: "basicEducation", href: "/curriculum/basic-education", label: t("basicEducation") },
    ...words.all.roleGroups.map(({ code, name }) => ({ code, href: `/curriculum/${code}`, label: name })),
  ];
  return pages.map(({ code, href, label }) => (
    <div key={code}>
      <Link href={href} {...(code === current && { "aria-current": "page" as const })}>
        {label}
      </Link>
      {code === current &&
        sections.map((section) => (
          <a key={section.id} className="l2" href={`#${section.id}`}>
            {section.label}
          </a>
        ))}
    </div>
  ));
}
