import { useLocale } from "next-intl";
import type { NoticeTopic } from "@/lib/domain/notice-kind";
import { formatList } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

export function TopicList({ topics }: { topics: readonly NoticeTopic[] }) {
  const t = useTranslations("delivery.topics");
  return formatList(
    topics.map((topic) => t(topic)),
    useLocale(),
  );
}
