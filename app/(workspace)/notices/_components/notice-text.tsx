import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { ReadNotice } from "@/lib/notice/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = Pick<ReadNotice, "text" | "recordTitle" | "isUnread" | "isSettled" | "href">;

/** What happened, whether it was read, and whether somebody has seen to it. A notice that was read leads on by its words. */
export function NoticeText({ text, recordTitle, isUnread, isSettled, href }: Props) {
  const t = useTranslations("inbox");
  return (
    <div>
      {isUnread && <Badge state="running">{t("unread")}</Badge>} {isSettled && <Tag>{t("settled")}</Tag>}{" "}
      {!isUnread && href !== null ? <Link href={href}>{text}</Link> : <span>{text}</span>}
      {recordTitle !== null && <p className="small sub wrap-anywhere">{recordTitle}</p>}
    </div>
  );
}
