import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** What the shared event `v` says, as `eventContentOf` reads it. */
export const eventContent = Prisma.sql`
  json_build_object('kind', v.kind, 'happenedOn', to_char(v."happenedOn", 'YYYY-MM-DD'), 'title', v.title, 'what', v.what,
  'tlp', v.tlp, 'incidentRef', v."incidentRef", 'periodCovered', to_char(v."periodCovered", 'YYYY-MM'),
  'subCases', coalesce(v."subCases", '{}'),
  'evidence', (select coalesce(json_agg(json_build_object('kind', x.kind, 'value', x.value) order by x.position), '[]')
  from "EventEvidence" x where x."eventId" = v.id),
  'parts', (select coalesce(json_agg(json_build_object('personId', q."personId", 'did', q.did, 'supervision', q.supervision,
  'mentorPresentId', q."mentorPresentId")), '[]')
  from "EventParticipation" q where q."eventId" = v.id))`;
