import { unstable_rethrow } from "next/navigation";
import {
  type ActionState,
  bytesTaken,
  type FormAction,
  type FormValues,
  type WordedRefusal,
} from "@/lib/platform/action-state";

const SECRET = /password|token/i;

/** What a form holds now, as the server would give it back: no files, no passwords, no fields of the framework. */
export const valuesIn = (form: FormData): FormValues =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => !name.startsWith("$") && !SECRET.test(name))
      .map((name) => [name, form.getAll(name).filter((value) => typeof value === "string")]),
  );

const FIELD_FRAME = 200;
const bytesOf = (value: FormDataEntryValue) =>
  typeof value === "string" ? new TextEncoder().encode(value).length : value.size;

/** The server would take it: what the fields hold, and the frame in which each of them travels. */
export const isTaken = (form: FormData): boolean =>
  [...form.values()].reduce((sum, value) => sum + bytesOf(value) + FIELD_FRAME, 0) <= bytesTaken(location.pathname);

/** What is said where the server does not answer, and where it would not take so much. */
type OwnRefusals = { readonly failed: WordedRefusal; readonly tooLarge: WordedRefusal };

/** A lost connection, a bug on the server or too long a text must not cost the reader the page and the text. */
export const guarded =
  (action: FormAction, refusals: OwnRefusals, onAnswer: (state: ActionState) => void): FormAction =>
  async (previous, form) => {
    const answer = await answerOf(action, previous, form, refusals);
    onAnswer(answer);
    return answer;
  };

async function answerOf(action: FormAction, previous: ActionState, form: FormData, { failed, tooLarge }: OwnRefusals) {
  const refused = (message: WordedRefusal) => ({ status: "refused" as const, values: valuesIn(form), message });
  if (!isTaken(form)) return refused(tooLarge);
  try {
    return await action(previous, form);
  } catch (error) {
    unstable_rethrow(error);
    return refused(failed);
  }
}
