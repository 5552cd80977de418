import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/platform/format";
import { messagesIn } from "@/lib/platform/messages";

/** The words of a mail: plain and HTML say the same. No text of a record is in it, nor its title. */

export type MailLine = { readonly text: string; readonly href: string };

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export function mailBody(locale: Locale, lines: readonly MailLine[], origin: string) {
  const t = createTranslator({ locale, messages: messagesIn(locale), namespace: "delivery" });
  const [first] = lines;
  const subject =
    lines.length === 1 && first ? t("mail.subject", { text: first.text }) : t("mail.digest", { count: lines.length });
  const foot = { words: t("mail.foot"), href: `${origin}/notices/choices` };
  const text = [...lines.map((line) => `${line.text}\n${line.href}`), `-- \n${foot.words}\n${foot.href}`].join("\n\n");
  const items = lines.map(
    (line) => `<p>${escaped(line.text)}<br><a href="${escaped(line.href)}">${escaped(t("mail.open"))}</a></p>`,
  );
  const html = `<!doctype html><html lang="${locale}"><body>${items.join("")}<hr><p><small>${escaped(foot.words)}<br><a href="${escaped(foot.href)}">${escaped(t("mail.choose"))}</a></small></p></body></html>`;
  return { subject, text, html };
}

type CheckpointLetter = {
  readonly origin: string;
  readonly size: string;
  readonly note: string;
  readonly publicKey: string;
};

/** A mailbox has no language: both. The note stands in the text and is attached, so that no mail program breaks its lines. */
export function checkpointBody({ origin, size, note, publicKey }: CheckpointLetter) {
  const words = (["ja", "en"] as const).map((locale) => {
    const t = createTranslator({ locale, messages: messagesIn(locale), namespace: "delivery" });
    return { subject: t("copies.subject", { size, origin }), lead: t("copies.lead"), check: t("copies.check") };
  });
  const [ja, en] = words;
  const paragraphs = [...words.map(({ lead }) => lead), note, publicKey, ...words.map(({ check }) => check)];
  const html = paragraphs.map((each) => (each === note ? `<pre>${escaped(each)}</pre>` : `<p>${escaped(each)}</p>`));
  return {
    subject: `${ja?.subject} / ${en?.subject}`,
    text: paragraphs.join("\n\n"),
    html: `<!doctype html><html lang="ja"><body>${html.join("")}</body></html>`,
  };
}
