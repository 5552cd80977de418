import enChart from "@/content/messages/en/chart.json";
import enErrors from "@/content/messages/en/errors.json";
import enIdentity from "@/content/messages/en/identity.json";
import enNoticesIdentity from "@/content/messages/en/notices/identity.json";
import enNotices from "@/content/messages/en/notices.json";
import enRefusalsIdentity from "@/content/messages/en/refusals/identity.json";
import enRefusalsPlatform from "@/content/messages/en/refusals/platform.json";
import enShell from "@/content/messages/en/shell.json";
import enUi from "@/content/messages/en/ui.json";
import enValidation from "@/content/messages/en/validation.json";
import jaChart from "@/content/messages/ja/chart.json";
import jaErrors from "@/content/messages/ja/errors.json";
import jaIdentity from "@/content/messages/ja/identity.json";
import jaNoticesIdentity from "@/content/messages/ja/notices/identity.json";
import jaNotices from "@/content/messages/ja/notices.json";
import jaRefusalsIdentity from "@/content/messages/ja/refusals/identity.json";
import jaRefusalsPlatform from "@/content/messages/ja/refusals/platform.json";
import jaShell from "@/content/messages/ja/shell.json";
import jaUi from "@/content/messages/ja/ui.json";
import jaValidation from "@/content/messages/ja/validation.json";
import type { Locale as KnownLocale } from "./format";

/** Every word of the interface, namespace = file name; the files in refusals/ are one namespace. */
const ja = {
  chart: jaChart,
  errors: jaErrors,
  identity: jaIdentity,
  notices: {
    ...jaNotices,
    ...jaNoticesIdentity,
  },
  refusals: {
    ...jaRefusalsIdentity,
    ...jaRefusalsPlatform,
  },
  shell: jaShell,
  ui: jaUi,
  validation: jaValidation,
};

const en = {
  chart: enChart,
  errors: enErrors,
  identity: enIdentity,
  notices: {
    ...enNotices,
    ...enNoticesIdentity,
  },
  refusals: {
    ...enRefusalsIdentity,
    ...enRefusalsPlatform,
  },
  shell: enShell,
  ui: enUi,
  validation: enValidation,
};

export type Locale = KnownLocale;
export type Messages = typeof ja;

/** Japanese is the type of truth; a key that only one language has does not compile. */
const MESSAGES = { ja, en } satisfies Record<Locale, typeof ja & typeof en>;

export const messagesIn = (locale: Locale): Messages => MESSAGES[locale];
