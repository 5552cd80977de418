/** Set by proxy.ts on the request for the page: the path that was asked for. What a client sends under this name is dropped. */
export const PATH_HEADER = "x-sodate-path";

/** The policy of a page. No inline script or style without the nonce, no frames, no plug-ins, forms only to ourselves (security.md, B). */
export function contentSecurityPolicy(nonce: string, { isDevelopment = false } = {}): string {
  const script = isDevelopment ? `'self' 'nonce-${nonce}' 'unsafe-eval'` : `'self' 'nonce-${nonce}'`;
  const style = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const connect = isDevelopment ? "'self' ws:" : "'self'";
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join("; ");
}
