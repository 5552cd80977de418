/**
 * Where signing out leads. The router's own request gets nothing that it could show in place, so that the browser loads
 * the next page anew and nothing of the person stays in the document (ASVS 14.3.1).
 */
export function GET(request: Request) {
  if (request.headers.has("rsc")) return new Response(null, { status: 204 });
  return new Response(null, {
    status: 303,
    headers: { location: "/sign-in?done=signedOut", "cache-control": "no-store" },
  });
}
