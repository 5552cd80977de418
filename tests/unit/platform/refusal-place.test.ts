import { describe, expect, test } from "vitest";
import { fieldsOf, refusedState } from "@/lib/platform/refusal-place";
import { wordRefusal } from "@/lib/platform/wording";

const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const REVERSED = wordRefusal("ja", { code: "EndsBeforeItBegins" });

const namedIn = ({ fields }: { fields: readonly string[] }) => fields;
const places = { EndsBeforeItBegins: "toOn", FieldsMissing: namedIn } as const;

describe("which fields a refusal concerns", () => {
  test("the one of its code, those that it names itself, or none", () => {
    expect(fieldsOf({ code: "EndsBeforeItBegins" }, places)).toEqual(["toOn"]);
    const missing = { code: "FieldsMissing", fields: ["judged", "right"] } as const;
    expect(fieldsOf(missing, places)).toEqual(["judged", "right"]);
    expect(fieldsOf({ code: "Busy" }, places)).toEqual([]);
    expect(fieldsOf({ code: "EndsBeforeItBegins" })).toEqual([]);
  });
});

describe("a refusal", () => {
  test("says at its field what to enter, and at the head what did not happen, with what was typed", () => {
    expect(refusedState(REVERSED, sent({ fromOn: "2026-11-20", toOn: "2026-11-19" }), ["toOn"])).toEqual({
      status: "invalid",
      values: { fromOn: ["2026-11-20"], toOn: ["2026-11-19"] },
      fields: { toOn: ["始まりの日と同じ日か、それより後の日を入力してください。"] },
      message: {
        code: "EndsBeforeItBegins",
        title: "終わりの日が始まりの日より前のため、保存できませんでした。",
        safe: "入力した内容はこの画面に残っています。",
      },
    });
  });

  test("stands at a field by the name that the form used", () => {
    const tracks = wordRefusal("en", { code: "TracksNeeded" });
    const state = refusedState(tracks, sent({ "tracks[]": "management" }), ["tracks"]);
    expect(state).toMatchObject({ fields: { "tracks[]": [tracks.why] } });
  });

  test("is said at the head as well where its field was not sent, and may not be there", () => {
    const state = refusedState(REVERSED, sent({ fromOn: "2026-11-20" }), ["toOn"]);
    expect(state).toMatchObject({ fields: { toOn: [REVERSED.why] }, message: REVERSED });
  });

  test("that concerns no field stands at the head alone", () => {
    const busy = wordRefusal("ja", { code: "Busy" });
    const form = sent({ title: "夜勤", password: "secret" });
    expect(refusedState(busy, form, [])).toEqual({ status: "refused", values: { title: ["夜勤"] }, message: busy });
  });
});
