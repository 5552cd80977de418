const HERE = "http://here.invalid";

/** A path within this application, or the start page: never another origin, whatever a link says. */
export function safePath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith("/") || wanted.length > 2000) return "/";
  const url = URL.canParse(wanted, HERE) ? new URL(wanted, HERE) : null;
  if (url?.origin !== HERE || url.pathname.startsWith("//") || url.pathname.startsWith("/sign-in")) return "/";
  return `${url.pathname}${url.search}`;
}
