import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { mayReach, post, signedHeaders } from "@/lib/platform/outgoing";
import { aReceiver } from "@/tests/support/receiver";

const open: { close: () => Promise<void> }[] = [];
const started = async () => {
  const receiver = await aReceiver();
  open.push(receiver);
  return receiver;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const call = (url: string) => ({ url, body: "{}", headers: {} });

describe("which addresses may be reached", () => {
  test.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])("%s by everybody", (address) =>
    expect(mayReach(address, "public")).toBe(true),
  );

  test.each(["10.0.0.1", "172.16.5.4", "172.31.255.255", "192.168.1.1", "fd12::1", "::ffff:10.0.0.1"])(
    "%s only where private ones are allowed",
    (address) => expect([mayReach(address, "public"), mayReach(address, "private")]).toEqual([false, true]),
  );

  test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])("%s only in tests", (address) =>
    expect([mayReach(address, "private"), mayReach(address, "loopback")]).toEqual([false, true]),
  );

  test.each([
    "0.0.0.0",
    "169.254.169.254",
    "::ffff:169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "fe80::1",
    "ff02::1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "2001:db8::1",
    "not an address",
  ])("%s never", (address) => expect(mayReach(address, "loopback")).toBe(false));
});

describe("one POST", () => {
  test("says what it was given, and what came back", async () => {
    const receiver = await started();
    expect(
      await post({ url: `${receiver.url}/in?x=1`, body: '{"a":1}', headers: { "webhook-id": "m1" } }, "loopback"),
    ).toEqual({
      status: 200,
      retryAfterSeconds: null,
    });
    expect(receiver.received).toMatchObject([
      { url: "/in?x=1", body: '{"a":1}', headers: { "webhook-id": "m1", "content-type": "application/json" } },
    ]);
  });

  test.each([
    "http://127.0.0.1:1/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://0x7f.1/",
    "https://localhost/",
    "https://2130706433/",
    "http://93.184.216.34/",
  ])("%s is refused without a connection", async (url) =>
    expect(await post(call(url), "public")).toEqual({ failure: "AddressRefused" }),
  );

  test("a redirect is not followed", async () => {
    const [from, to] = [await started(), await started()];
    from.answers((response) => response.writeHead(302, { location: `${to.url}/secret` }).end());
    expect(await post(call(from.url), "loopback")).toEqual({ status: 302, retryAfterSeconds: null });
    expect(to.received).toEqual([]);
  });

  test("an answer without end is cut off", async () => {
    const receiver = await started();
    receiver.answers((response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write("x".repeat(8192)), 1);
      response.on("close", () => clearInterval(more));
    });
    expect(await post(call(receiver.url), "loopback")).toEqual({ status: 200, retryAfterSeconds: null });
  });

  test("a target that hangs is given up in time", async () => {
    const receiver = await started();
    receiver.answers(() => {});
    expect(await post(call(receiver.url), "loopback", 100)).toEqual({ failure: "TimedOut" });
  });

  test("nobody there, a name that is none, an answer with a wish", async () => {
    const receiver = await started();
    const { url } = receiver;
    receiver.answers((response) => response.writeHead(429, { "retry-after": "30" }).end());
    expect(await post(call(url), "loopback")).toEqual({ status: 429, retryAfterSeconds: 30 });
    await receiver.close();
    expect(await post(call(url), "loopback")).toEqual({ failure: "Unreachable" });
    expect(await post(call("https://no-such-name.invalid/"), "public")).toEqual({ failure: "Unreachable" });
  });
});

test("a signature is that of Standard Webhooks", () => {
  const secret = `whsec_${Buffer.from("thirty-two bytes of random, here").toString("base64")}`;
  const headers = signedHeaders(secret, { id: "msg_1", at: new Date("2026-10-05T02:20:00.900Z"), body: '{"a":1}' });
  const expected = createHmac("sha256", "thirty-two bytes of random, here")
    .update('msg_1.1791166800.{"a":1}')
    .digest("base64");
  expect(headers).toEqual({
    "webhook-id": "msg_1",
    "webhook-timestamp": "1791166800",
    "webhook-signature": `v1,${expected}`,
  });
});
