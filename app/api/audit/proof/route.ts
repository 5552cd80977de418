import { takeProof } from "@/lib/audit/commands";
import { proofKey } from "@/lib/audit/schema";
import { now } from "@/lib/platform/clock";
import { findFileReader } from "@/lib/platform/session";

/** The proof of what the trail has about a person, as a file. Posted: it leaves an event. */
export async function POST(request: Request) {
  const { viewer, refused } = await findFileReader("/");
  if (refused) return refused;
  const { actor } = viewer;
  const form = proofKey.safeParse(Object.fromEntries(await request.formData()));
  const proof = form.success ? await takeProof(form.data, { actor, now: now() }) : null;
  if (!proof?.ok) return new Response(null, { status: proof && proof.refusal.code !== "NotFound" ? 503 : 404 });
  return new Response(JSON.stringify(proof.value, null, 1), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="sodate-proof-${proof.value.person.slice(0, 8)}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
