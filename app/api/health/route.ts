import { isDatabaseUp } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For the start script and a reverse proxy: says whether the database answers, and nothing else. */
export async function GET() {
  const isUp = await isDatabaseUp();
  return Response.json({ status: isUp ? "ok" : "unavailable" }, { status: isUp ? 200 : 503 });
}
