import { isLocale, type Locale } from "./format";
import { type Messages, messagesIn } from "./messages";

/** What the proxy refuses before the application sees it. */
export type Barrier = keyof Messages["barriers"];

const STATUS: Record<Barrier, number> = {
  foreignOrigin: 403,
  methodUnknown: 405,
  lengthMissing: 411,
  tooLarge: 413,
  malformed: 400,
};

/** The language is asked by cookie, then by the browser; the stylesheet's name is not known here, so a few lines stand in the page. */
export function barrierPage(barrier: Barrier, locale: Locale, nonce: string): Response {
  const { title, why, safe, back } = messagesIn(locale).barriers[barrier];
  const html = `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style nonce="${nonce}">:root{color-scheme:light dark}
body{font:15px/1.8 "Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","BIZ UDPGothic",Meiryo,sans-serif;margin:32px auto;max-width:640px;padding:0 16px}
h1{font-size:22px;line-height:1.35;border-bottom:2px solid;padding-bottom:8px}</style></head>
<body><main><h1>${title}</h1><p>${why}</p><p>${safe}</p><p><a href="/">${back}</a></p></main></body></html>
`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return new Response(html, { status: STATUS[barrier], headers });
}

export function localeOf(cookie: string | undefined, acceptLanguage: string): Locale {
  if (isLocale(cookie)) return cookie;
  const languages = acceptLanguage.split(",").map((each) => each.trim().slice(0, 2).toLowerCase());
  return languages.find(isLocale) ?? "ja";
}
