// One signed-in person with a keep-alive connection of their own, or several.
import { createHash, randomBytes } from "node:crypto";
import { Agent, request } from "node:http";

/** A session as sign-in makes it, straight into its table. */
export async function signIn(client, personId) {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = createHash("sha256").update(token).digest();
  await client.query(
    `insert into "Session" (id, "tokenHash", "personId", aal, amr, "userAgent", "createdAt", "lastSeenAt", "expiresAt")
     values (gen_random_uuid(), $1, $2, 2, '{pwd}', 'bench', now(), now(), now() + interval '12 hours')`,
    [tokenHash, personId],
  );
  return `sodate-session=${token}; locale=ja`;
}

export function visitor(origin, cookie, connections = 1) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { host, port, hostname } = new URL(origin);
  const ask = (path, { method = "GET", headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const since = performance.now();
      const sent = request(
        { agent, hostname, port, path, method, headers: { host, ...(cookie && { cookie }), ...headers } },
        (response) => {
          const chunks = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () =>
            resolve({
              status: response.statusCode,
              headers: response.headers,
              body: Buffer.concat(chunks),
              ms: performance.now() - since,
            }),
          );
          response.on("error", reject);
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  return { ask, origin, close: () => agent.destroy() };
}
