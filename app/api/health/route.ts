import { now } from "@/lib/platform/clock";
import { findHealth } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** For the start script, a reverse proxy and monitoring: whether the database answers and the jobs run, and nothing else. Without jobs the pages still work. */
export async function GET() {
  const { isUp, jobsRun } = await findHealth(now());
  const jobs = jobsRun ? "running" : "silent";
  return Response.json({ status: isUp ? "ok" : "unavailable", jobs }, { status: isUp ? 200 : 503 });
}
