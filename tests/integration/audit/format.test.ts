import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { asOwner } from "@/tests/support/database";
import golden from "./golden.json" with { type: "json" };

type Written = (typeof golden)[number];

/** The format of the chain a second time, from its description alone. */
function hashOf({ prev, seq, at, actor, action, subject, body }: Written) {
  const hash = createHash("sha256")
    .update(Buffer.from([2]))
    .update(Buffer.from(prev, "hex"));
  for (const field of [seq, at, actor, action, subject, body]) {
    const bytes = Buffer.from(field, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest("hex");
}

const hashInDatabase = ({ prev, seq, at, actor, action, subject, body }: Written) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ hash: string }>(
      "select encode(audit.hash_of(decode($1, 'hex'), $2, $3, $4, $5, $6, $7), 'hex') as hash",
      [prev, seq, at, actor, action, subject, body],
    );
    return rows[0]?.hash;
  });

test.each(golden)("event $seq has the hash that it always had", async (written) => {
  expect(hashOf(written)).toBe(written.hash);
  expect(await hashInDatabase(written)).toBe(written.hash);
});

test("what moves from one field to the next is another event", async () => {
  const [event] = golden;
  const moved = { ...event, actor: "sys", action: "temSetUp" } as Written;
  expect(await hashInDatabase(moved)).not.toBe(event?.hash);
});
