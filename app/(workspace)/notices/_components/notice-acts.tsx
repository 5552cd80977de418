import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import type { ReadNotice } from "@/lib/notice/schema";
import { useTranslations } from "@/lib/platform/words";
import { readNoticeAction } from "../actions";

/** An unread notice is opened, which marks it read, or only marked. */
export function NoticeActs({ id, isUnread, href }: Pick<ReadNotice, "id" | "isUnread" | "href">) {
  const t = useTranslations("inbox");
  if (!isUnread) return null;
  return (
    <Form action={readNoticeAction} className="flex flex-wrap gap-2">
      <HiddenField name="noticeId" value={id} />
      {href !== null && (
        <SubmitButton look="plain" size="small" name="act" value="open" pending={t("opening")}>
          {t("open")}
        </SubmitButton>
      )}
      <SubmitButton look="text" size="small" name="act" value="read" pending={t("reading")}>
        {t("read")}
      </SubmitButton>
    </Form>
  );
}
