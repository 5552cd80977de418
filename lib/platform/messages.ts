import enBarriers from "@/content/messages/en/barriers.json";
import enChart from "@/content/messages/en/chart.json";
import enCurriculum from "@/content/messages/en/curriculum.json";
import enErrors from "@/content/messages/en/errors.json";
import enIdentity from "@/content/messages/en/identity.json";
import enImport from "@/content/messages/en/import.json";
import enNoticesIdentity from "@/content/messages/en/notices/identity.json";
import enNoticesPeople from "@/content/messages/en/notices/people.json";
import enNoticesRecords from "@/content/messages/en/notices/records.json";
import enNoticesTraining from "@/content/messages/en/notices/training.json";
import enNotices from "@/content/messages/en/notices.json";
import enPeople from "@/content/messages/en/people.json";
import enProfile from "@/content/messages/en/profile.json";
import enPurpose from "@/content/messages/en/purpose.json";
import enRefusalsIdentity from "@/content/messages/en/refusals/identity.json";
import enRefusalsPeople from "@/content/messages/en/refusals/people.json";
import enRefusalsPlatform from "@/content/messages/en/refusals/platform.json";
import enRefusalsRecords from "@/content/messages/en/refusals/records.json";
import enRefusalsTraining from "@/content/messages/en/refusals/training.json";
import enRules from "@/content/messages/en/rules.json";
import enSearch from "@/content/messages/en/search.json";
import enShell from "@/content/messages/en/shell.json";
import enTeams from "@/content/messages/en/teams.json";
import enUi from "@/content/messages/en/ui.json";
import enValidation from "@/content/messages/en/validation.json";
import jaBarriers from "@/content/messages/ja/barriers.json";
import jaChart from "@/content/messages/ja/chart.json";
import jaCurriculum from "@/content/messages/ja/curriculum.json";
import jaErrors from "@/content/messages/ja/errors.json";
import jaIdentity from "@/content/messages/ja/identity.json";
import jaImport from "@/content/messages/ja/import.json";
import jaNoticesIdentity from "@/content/messages/ja/notices/identity.json";
import jaNoticesPeople from "@/content/messages/ja/notices/people.json";
import jaNoticesRecords from "@/content/messages/ja/notices/records.json";
import jaNoticesTraining from "@/content/messages/ja/notices/training.json";
import jaNotices from "@/content/messages/ja/notices.json";
import jaPeople from "@/content/messages/ja/people.json";
import jaProfile from "@/content/messages/ja/profile.json";
import jaPurpose from "@/content/messages/ja/purpose.json";
import jaRefusalsIdentity from "@/content/messages/ja/refusals/identity.json";
import jaRefusalsPeople from "@/content/messages/ja/refusals/people.json";
import jaRefusalsPlatform from "@/content/messages/ja/refusals/platform.json";
import jaRefusalsRecords from "@/content/messages/ja/refusals/records.json";
import jaRefusalsTraining from "@/content/messages/ja/refusals/training.json";
import jaRules from "@/content/messages/ja/rules.json";
import jaSearch from "@/content/messages/ja/search.json";
import jaShell from "@/content/messages/ja/shell.json";
import jaTeams from "@/content/messages/ja/teams.json";
import jaUi from "@/content/messages/ja/ui.json";
import jaValidation from "@/content/messages/ja/validation.json";
import type { Locale as KnownLocale } from "./format";

/** Every word of the interface, namespace = file name; the files in refusals/ are one namespace. */
const ja = {
  barriers: jaBarriers,
  chart: jaChart,
  errors: jaErrors,
  identity: jaIdentity,
  import: jaImport,
  notices: {
    ...jaNotices,
    ...jaNoticesIdentity,
    ...jaNoticesPeople,
    ...jaNoticesTraining,
    ...jaNoticesRecords,
  },
  people: jaPeople,
  profile: jaProfile,
  purpose: jaPurpose,
  refusals: {
    ...jaRefusalsIdentity,
    ...jaRefusalsPlatform,
    ...jaRefusalsPeople,
    ...jaRefusalsTraining,
    ...jaRefusalsRecords,
  },
  shell: jaShell,
  teams: jaTeams,
  ui: jaUi,
  curriculum: jaCurriculum,
  rules: jaRules,
  search: jaSearch,
  validation: jaValidation,
};

const en = {
  barriers: enBarriers,
  chart: enChart,
  errors: enErrors,
  identity: enIdentity,
  import: enImport,
  notices: {
    ...enNotices,
    ...enNoticesIdentity,
    ...enNoticesPeople,
    ...enNoticesTraining,
    ...enNoticesRecords,
  },
  people: enPeople,
  profile: enProfile,
  purpose: enPurpose,
  refusals: {
    ...enRefusalsIdentity,
    ...enRefusalsPlatform,
    ...enRefusalsPeople,
    ...enRefusalsTraining,
    ...enRefusalsRecords,
  },
  shell: enShell,
  teams: enTeams,
  ui: enUi,
  curriculum: enCurriculum,
  rules: enRules,
  search: enSearch,
  validation: enValidation,
};

export type Locale = KnownLocale;
export type Messages = typeof ja;

/** Japanese is the type of truth; a key that only one language has does not compile. */
const MESSAGES = { ja, en } satisfies Record<Locale, typeof ja & typeof en>;

export const messagesIn = (locale: Locale): Messages => MESSAGES[locale];
