import { unstable_rethrow } from "next/navigation";
import type { ActionState, FormAction, FormValues, WordedRefusal } from "@/lib/platform/action-state";

const SECRET = /password|token/i;

/** What a form holds now, as the server would give it back: no files, no passwords, no fields of the framework. */
export const valuesIn = (form: FormData): FormValues =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => !name.startsWith("$") && !SECRET.test(name))
      .map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );

/** A lost connection or a bug on the server must not cost the reader the page and the text. */
export const guarded =
  (action: FormAction, failed: WordedRefusal, onAnswer: (state: ActionState) => void): FormAction =>
  async (previous, form) => {
    const answer = await answerOf(action, previous, form, failed);
    onAnswer(answer);
    return answer;
  };

async function answerOf(action: FormAction, previous: ActionState, form: FormData, failed: WordedRefusal) {
  try {
    return await action(previous, form);
  } catch (error) {
    unstable_rethrow(error);
    return { status: "refused" as const, values: valuesIn(form), message: failed };
  }
}
