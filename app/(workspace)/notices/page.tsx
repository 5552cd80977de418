import { getLocale } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { listNotices } from "@/lib/notice/queries";
import { inboxPage } from "@/lib/notice/schema";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { getTranslations, titled } from "@/lib/platform/words";
import { DoneToast } from "../_components/done-toast";
import { InboxActs } from "./_components/inbox-acts";
import { NoticesFound } from "./_components/notices-found";

export const generateMetadata = titled("inbox", "title");

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const actor = await requireActor();
  const { page: asked, done } = await searchParams;
  const page = inboxPage.parse(asked);
  const { unread, ...found } = await listNotices(actor, page, await getLocale());
  const t = await getTranslations("inbox");
  return (
    <>
      <PageHead title={t("title")} sub={t("sub", { unread })} actions={<InboxActs unread={unread} now={now()} />} />
      <p className="lead">{t("lead")}</p>
      <NoticesFound {...found} page={page} now={now()} />
      <DoneToast done={done} />
    </>
  );
}
