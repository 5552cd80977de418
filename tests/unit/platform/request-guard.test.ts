import { describe, expect, test } from "vitest";
import { barrierFor, properAddress } from "@/lib/platform/request-guard";

const ORIGIN = "https://sodate.example";
const knock = (method: string, headers: Record<string, string> = {}, path = "/my-training") => ({
  method,
  path,
  header: (name: string) => headers[name] ?? null,
});
const ours = { host: "sodate.example", origin: ORIGIN, "sec-fetch-site": "same-origin", "content-length": "10" };

describe("where a form comes from", () => {
  test("our own page is let in, with and without Sec-Fetch-Site", () => {
    expect(barrierFor(knock("POST", ours), ORIGIN)).toBeNull();
    const { "sec-fetch-site": _, ...silent } = ours;
    expect(barrierFor(knock("POST", silent), ORIGIN)).toBeNull();
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["no origin at all", { origin: "" }],
    ["a hidden origin", { origin: "null" }],
    ["the other scheme", { origin: "http://sodate.example" }],
    ["another port", { origin: "https://sodate.example:8443" }],
    ["a name that only begins alike", { origin: "https://sodate.example.evil.example" }],
    ["another host than ours", { host: "169.254.169.254" }],
    ["a sibling host, as the browser says", { "sec-fetch-site": "same-site" }],
    ["a forwarded host that somebody made up", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ])("%s is refused", (_case, headers) => {
    expect(barrierFor(knock("POST", { ...ours, ...headers }), ORIGIN)).toBe("foreignOrigin");
  });

  test("a missing Origin is refused", () => {
    const { origin: _, ...silent } = ours;
    expect(barrierFor(knock("POST", silent), ORIGIN)).toBe("foreignOrigin");
  });

  test("reading needs none", () => expect(barrierFor(knock("GET"), ORIGIN)).toBeNull());

  test.each(["TRACE", "CONNECT", "PROPFIND"])("%s is not used here", (method) => {
    expect(barrierFor(knock(method, ours), ORIGIN)).toBe("methodUnknown");
  });
});

describe("how large it is", () => {
  const sized = (length: number, path?: string) =>
    barrierFor(knock("POST", { ...ours, "content-length": String(length) }, path), ORIGIN);

  test("a form up to 1 MB, a CSV up to 12 MB", () => {
    expect(sized(1_000_000)).toBeNull();
    expect(sized(1_000_001)).toBe("tooLarge");
    expect(sized(12_000_000, "/people/import")).toBeNull();
    expect(sized(12_000_001, "/people/import/preview")).toBe("tooLarge");
    expect(sized(2_000_000, "/people/importer")).toBe("tooLarge");
  });

  test("without a length nothing is taken", () => {
    const { "content-length": _, ...unmeasured } = ours;
    expect(barrierFor(knock("POST", unmeasured), ORIGIN)).toBe("lengthMissing");
    expect(barrierFor(knock("POST", { ...unmeasured, "transfer-encoding": "chunked" }), ORIGIN)).toBe("lengthMissing");
    expect(barrierFor(knock("GET", { "transfer-encoding": "chunked" }), ORIGIN)).toBe("lengthMissing");
  });
});

describe("what it holds", () => {
  const typed = (type: string) => barrierFor(knock("POST", { ...ours, "content-type": type }), ORIGIN);

  test("fields in parts need a boundary", () => {
    expect(typed("multipart/form-data; boundary=----x")).toBeNull();
    expect(typed("application/x-www-form-urlencoded")).toBeNull();
    expect(typed("multipart/form-data")).toBe("malformed");
    expect(typed("Multipart/Form-Data; boundary=")).toBe("malformed");
  });
});

describe("a visit under another loopback name", () => {
  const HERE = "http://127.0.0.1:3000";
  const at = (host: string, method = "GET") => properAddress(knock(method, { host }), "/people?page=2", HERE);

  test.each(["localhost:3000", "[::1]:3000", "LOCALHOST:3000"])("%s is sent to the address we know", (host) => {
    expect(at(host)).toBe("http://127.0.0.1:3000/people?page=2");
  });
  test.each(["127.0.0.1:3000", "localhost:3001", "sodate.example", "evil.example:3000"])("%s stays", (host) =>
    expect(at(host)).toBeNull(),
  );
  test("a form is not moved", () => expect(at("localhost:3000", "POST")).toBeNull());
  test("a public address has no twins", () =>
    expect(properAddress(knock("GET", { host: "localhost" }), "/", ORIGIN)).toBeNull());
});
