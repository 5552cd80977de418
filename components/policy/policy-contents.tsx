import { useTranslations } from "@/lib/platform/words";

/** Where on the page each role group is. */
export function PolicyContents({ groups }: { groups: readonly { id: string; title: string }[] }) {
  const t = useTranslations("policy");
  return (
    <nav aria-label={t("groups")}>
      <ul className="page-contents">
        {groups.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
