import "server-only";
import { DEFAULT_DIGEST_HOUR, type NoticeWay, type Reader, waysOf } from "@/lib/domain/delivery";
import type { NoticeTopic } from "@/lib/domain/notice-kind";
import type { Tx } from "@/lib/platform/db";
import { DEFAULT_ZONE } from "@/lib/platform/format";

type Row = {
  personId: string;
  chosen: Record<string, NoticeWay>;
  quietFrom: number | null;
  quietTo: number | null;
  digestAt: number | null;
  minute: number;
  day: string;
};

/** Who of these gets mail, with what they chose and what time it is where they work; nobody where there is no mail server. */
export async function loadReaders(tx: Tx, personIds: readonly string[], now: Date): Promise<Map<string, Reader>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select p.id as "personId", h."quietFrom"::int, h."quietTo"::int, h."digestAt"::int,
           (select coalesce(json_object_agg(c.topic, c.way), '{}') from "NoticeChoice" c where c."personId" = p.id) as chosen,
           (extract(hour from there) * 60 + extract(minute from there))::int as minute, to_char(there, 'YYYY-MM-DD') as day
      from "Person" p left join "NoticeHours" h on h."personId" = p.id
     cross join lateral (select ${now}::timestamptz at time zone coalesce((
        select t."timeZone" from "Membership" m join "Team" t on t.id = m."teamId"
         where m."personId" = p.id and m."toOn" is null order by m."isMain" desc, m."fromOn" desc limit 1), ${DEFAULT_ZONE}) as there) local
     where p.id = any(${[...personIds]}::uuid[]) and exists (select 1 from "MailServer")`;
  return new Map(rows.map((row) => [row.personId, readerOf(row)]));
}

const readerOf = ({ personId, chosen, quietFrom, quietTo, digestAt, minute, day }: Row): Reader => ({
  personId,
  minute,
  day,
  ways: waysOf(chosen),
  quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
  digestHour: digestAt ?? DEFAULT_DIGEST_HOUR,
});

/** The webhooks that want to hear of one of these topics. */
export const loadWebhooksFor = (tx: Tx, topics: readonly NoticeTopic[]) =>
  tx.$queryRaw<{ id: string; topics: NoticeTopic[] }[]>`
    select id, topics from "Webhook" where "endedAt" is null and topics && ${[...topics]}::text[]`;
