import type { Locale as KnownLocale } from "./format";
import { en } from "./messages-en";
import { ja } from "./messages-ja";

export type Locale = KnownLocale;
export type Messages = typeof ja;

/** Japanese is the type of truth; a key that only one language has does not compile. */
const MESSAGES = { ja, en } satisfies Record<Locale, typeof ja & typeof en>;

export const messagesIn = (locale: Locale): Messages => MESSAGES[locale];
