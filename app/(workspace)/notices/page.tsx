import { getLocale } from "next-intl/server";
import { ListPages } from "@/components/layout/list-pages";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listNotices } from "@/lib/notice/queries";
import { inboxPage } from "@/lib/notice/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";
import { InboxActs } from "./_components/inbox-acts";
import { NoticeTable } from "./_components/notice-table";

export const generateMetadata = titled("inbox", "title");

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const actor = await requireActor();
  const { page: asked, done } = await searchParams;
  const page = inboxPage.parse(asked);
  const { notices, total, unread } = await listNotices(actor, page, await getLocale());
  const t = await getTranslations("inbox");
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { unread })} actions={<InboxActs unread={unread} now={now()} />} />
      <p className="lead">{t("lead")}</p>
      {notices.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <NoticeTable notices={notices} now={now()} />
      )}
      <ListPages page={page} shown={notices.length} total={total} hrefOf={(to) => `/notices?page=${to}`} />
      <DoneToast done={done} />
    </>
  );
}
