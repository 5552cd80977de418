import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ROLE_GROUP_CODES, TRACKS } from "@/lib/domain/curriculum";
import { JUDGEMENTS, TLP_LABELS } from "@/lib/domain/facts";
import { MATERIAL_KINDS } from "@/lib/domain/material";
import { RECORD_KINDS } from "@/lib/domain/rule";
import { EVENT_KINDS } from "@/lib/domain/shared-event";

/** What content/demo says, before days are counted from today. */

const key = z.string().min(1);
const text = z.string().min(1);
const words = z.strictObject({ ja: text, en: text });
/** "-3/17": the 17th, three months ago. "-5d": five days ago. */
const day = z.string().regex(/^-\d+(\/\d+|d)$/);
const group = z.enum(ROLE_GROUP_CODES);
const codes = z.array(text);

const listEntry = z.strictObject({ code: text, title: words, url: z.url().optional() });
const setting = z.strictObject({
  code: text,
  value: z.union([z.number(), text, z.boolean(), z.array(listEntry)]),
  from: day,
  by: key,
  reason: text,
});

const organisation = z.strictObject({
  organisation: z.strictObject({ nameJa: text, nameEn: text, founded: day }),
  teams: z.array(z.strictObject({ code: key, parent: key.optional(), nameJa: text, nameEn: text })),
  people: z.array(
    z.strictObject({
      key,
      name: text,
      reading: text,
      latin: text,
      number: text,
      team: key,
      also: z.array(key).default([]),
      locale: z.enum(["ja", "en"]).default("ja"),
      affiliation: z.enum(["own", "seconded", "dispatched", "contractor"]).default("own"),
      shows: text.optional(),
    }),
  ),
  grants: z.array(
    z.strictObject({
      person: key,
      capacity: z.enum(["manager", "admin", "auditor"]),
      team: key.optional(),
      reason: text,
    }),
  ),
  mentorships: z.array(
    z.strictObject({
      person: key,
      group,
      team: key.optional(),
      basis: z.enum(["proficiency", "appointment"]).default("appointment"),
      by: key,
      on: day,
      reason: text,
    }),
  ),
  appointments: z.array(
    z.strictObject({
      person: key,
      kind: z.enum(["countersigner", "reviewer"]),
      team: key,
      group: group.optional(),
      by: key,
      on: day,
      reason: text,
    }),
  ),
  settings: z.array(setting),
  materials: z.array(
    z.strictObject({
      on: day,
      by: key,
      group: group.optional(),
      step: z.literal([0, 1, 2, 3]).default(0),
      item: text.optional(),
      kind: z.enum(MATERIAL_KINDS),
      title: words,
      url: z.url().optional(),
      note: words.optional(),
    }),
  ),
});

const told = { title: text, did: text, learned: text, kind: z.enum(RECORD_KINDS) };

/** One thing that was done on a day. `corrected`: sent back, then logged anew. */
const occasion = z.strictObject({
  on: day,
  state: z.enum(["verified", "waiting", "sentBack", "corrected"]).default("verified"),
  ...z.object(told).partial().shape,
  first: text.optional(),
  parts: codes.optional(),
  code: text.optional(),
  judged: z.number().optional(),
  right: z.number().optional(),
  incident: text.optional(),
  ticket: text.optional(),
  link: z.url().optional(),
  tlp: z.enum(TLP_LABELS).optional(),
  comment: text.optional(),
  reason: text.optional(),
  back: day.optional(),
  again: day.optional(),
  also: codes.optional(),
});

const work = z.strictObject({
  by: key.optional(),
  n: z.number().optional(),
  from: day.optional(),
  to: day.optional(),
  months: z.array(z.number()).optional(),
  judged: z.number().optional(),
  wrong: z.array(z.number()).default([]),
  also: codes.default([]),
  at: z.array(occasion).default([]),
  attested: z.record(text, z.enum(JUDGEMENTS)).default({}),
  on: day.optional(),
  comment: text.default(""),
  ask: z.strictObject({ on: day, note: text }).optional(),
});

const step = z.strictObject({
  by: key,
  from: day.optional(),
  until: day.optional(),
  signed: day.optional(),
  countersigned: key.optional(),
  requested: day.optional(),
  signature: day.optional(),
  note: z.string().default(""),
  back: z.strictObject({ on: day, code: text, reason: text, answer: text, answered: day }).optional(),
});

const basic = z.strictObject({
  people: z.array(key),
  enrolled: day.optional(),
  signed: day.optional(),
  by: key.optional(),
  recognised: day.optional(),
  reason: text.optional(),
});

const enrolment = z.strictObject({
  person: key,
  group,
  team: key,
  tracks: z.array(z.enum(TRACKS)).default([]),
  enrolled: day,
  recognised: z.strictObject({ to: z.number(), on: day, by: key, reason: text }).optional(),
  steps: z.partialRecord(z.enum(["0", "1", "2", "3"]), step).default({}),
  work: z.record(text, work).default({}),
});

const training = z.strictObject({
  basic: z.array(basic),
  enrolments: z.array(enrolment),
  drafts: z.array(z.strictObject({ person: key, values: z.record(text, text) })),
});

const events = z.strictObject({
  events: z.array(
    z.strictObject({
      on: day,
      by: key,
      kind: z.enum(EVENT_KINDS),
      title: text,
      what: text,
      incident: text.optional(),
      evidence: z.array(text),
      parts: z.array(z.strictObject({ person: key, did: text, supervision: z.number() })),
    }),
  ),
  drills: z.array(
    z.strictObject({ on: day, in: z.number(), by: key, title: text, note: text, scenes: text, people: z.array(key) }),
  ),
  imports: z.array(
    z.strictObject({
      ...{ on: day, by: key, team: text, name: text, file: text },
      people: z.array(
        z.strictObject({
          ...{ person: key, named: text, days: z.array(z.number()), alerts: z.number(), wrong: z.number() },
          verified: z.literal(true).optional(),
        }),
      ),
    }),
  ),
});

const life = z.strictObject({
  leaves: z.array(z.strictObject({ person: key, by: key, on: day, from: day, to: day })),
  revocations: z.array(
    z.strictObject({
      person: key,
      group,
      step: z.literal([0, 1, 2, 3]),
      by: key,
      on: day,
      reason: text,
      reinstated: z.strictObject({ by: key, on: day, reason: text }),
    }),
  ),
  local: z.array(
    z.strictObject({
      by: key,
      on: day,
      team: key,
      group,
      step: z.literal([1, 2, 3]),
      kind: z.enum(["study", "work"]),
      text: words,
      reason: text,
    }),
  ),
});

const trainee = { person: key, group, on: day } as const;
const said = z.strictObject({
  judgement: z.enum(JUDGEMENTS),
  supervision: z.number().nullable().default(null),
  comment: z.string().default(""),
});
const mentoring = z.strictObject({
  holds: z.array(z.strictObject({ ...trainee, by: key, code: text })),
  notes: z.array(z.strictObject({ by: key, about: key, on: day, text })),
  opinions: z.array(
    z.strictObject({
      ...trainee,
      code: text,
      by: key,
      of: key,
      note: z.string().default(""),
      given: day.optional(),
      said: z.record(text, said).default({}),
    }),
  ),
  targets: z.array(
    z.strictObject({ ...trainee, step: z.number(), by: key, in: z.number(), reason: z.string().default("") }),
  ),
});

const line = z.strictObject({
  title: text,
  did: text,
  learned: text,
  kind: z.enum(RECORD_KINDS),
  incident: z.literal(true).optional(),
  ticket: z.literal(true).optional(),
});
const lines = z.record(text, z.array(line));
const texts = z.strictObject({
  criteria: z.record(text, text),
  ja: lines,
  en: lines,
  comments: z.strictObject({ ja: z.array(z.string()), en: z.array(z.string()) }),
});

export type Plan = z.output<typeof organisation> &
  z.output<typeof training> &
  z.output<typeof events> &
  z.output<typeof mentoring> &
  z.output<typeof life> & { readonly texts: z.output<typeof texts> };
export type PlannedPerson = Plan["people"][number];
export type PlannedEnrolment = z.output<typeof enrolment>;
export type PlannedStep = z.output<typeof step>;
export type PlannedWork = z.output<typeof work>;
export type PlannedOccasion = z.output<typeof occasion>;
export type Line = z.output<typeof line>;

export function readPlan(folder: string): Plan {
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), "utf8"));
  return {
    ...organisation.parse(read("people.yaml")),
    ...training.parse(read("training.yaml")),
    ...events.parse(read("events.yaml")),
    ...life.parse(read("life.yaml")),
    ...mentoring.parse(read("mentoring.yaml")),
    texts: texts.parse(read("texts.yaml")),
  };
}
