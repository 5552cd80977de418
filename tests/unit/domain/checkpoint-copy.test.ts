import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyKey, copyTargets } from "@/lib/domain/checkpoint-copy";

describe("where copies of checkpoints go", () => {
  test.each([
    [undefined, undefined, []],
    ["", " , ", []],
    ["a@x.example", undefined, [{ way: "mail", address: "a@x.example" }]],
    [
      "a@x.example, b@y.example",
      "https://keep.example/in",
      [
        { way: "mail", address: "a@x.example" },
        { way: "mail", address: "b@y.example" },
        { way: "webhook", address: "https://keep.example/in" },
      ],
    ],
    ["a@x.example a@x.example", undefined, [{ way: "mail", address: "a@x.example" }]],
  ])("%s and %s", (mail, webhook, targets) => {
    expect(copyTargets(mail, webhook)).toEqual(targets);
  });

  const webhook = { way: "webhook", address: "https://keep.example/in" } as const;
  const mail = { way: "mail", address: "a@x.example" } as const;
  const at = (time: string, size: number) => ({ at: `2026-11-20T${time}.000Z`, size });

  test("a program gets each checkpoint, a mailbox one a day", () => {
    expect(copyKey(webhook, at("05:00:00", 100), "t")).not.toBe(copyKey(webhook, at("05:15:00", 120), "t"));
    expect(copyKey(mail, at("05:00:00", 100), "t")).toBe(copyKey(mail, at("23:15:00", 120), "t"));
    expect(copyKey(mail, at("05:00:00", 100), "t")).not.toBe(
      copyKey(mail, { at: "2026-11-21T00:00:00.000Z", size: 121 }, "t"),
    );
  });

  test("the same checkpoint to the same target is one job, to two targets two", () => {
    fc.assert(
      fc.property(fc.constantFrom(webhook, mail), fc.nat(), fc.string(), fc.string(), (target, size, one, other) => {
        expect(copyKey(target, at("05:00:00", size), one)).toBe(copyKey(target, at("05:00:00", size), one));
        expect(copyKey(target, at("05:00:00", size), one) === copyKey(target, at("05:00:00", size), other)).toBe(
          one === other,
        );
      }),
    );
  });
});
