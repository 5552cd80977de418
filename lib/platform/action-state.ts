/** What the form held, so that nothing typed is lost when the answer is not 'done'. Passwords are never in it. */
export type FormValues = Record<string, string[]>;

/** A refusal in the reader's language: what did not happen, why, and what is safe (ui.md, 6). */
export type WordedRefusal = {
  code: string;
  title: string;
  why?: string;
  safe?: string;
  links?: readonly { href: string; label: string }[];
};

/** Words are put on the server, so that no page ships the messages of the whole product. */
export type ActionState =
  | { status: "idle" }
  | { status: "done"; notice?: string; result?: Record<string, string> }
  | { status: "signedOut"; values: FormValues; message: WordedRefusal }
  | { status: "invalid"; values: FormValues; fields: Record<string, string[]>; message: WordedRefusal }
  | { status: "refused"; values: FormValues; message: WordedRefusal };

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>;

export const IDLE: ActionState = { status: "idle" };

/** Marks a form that was given back and is sent once more: its own page does not know what it held. */
export const SENT_AGAIN = "$again";

/** What one form may send, and the page that takes CSV files: more is refused at the door, and said in the page before it is sent. */
const FORM_BYTES = 1_000_000;
const IMPORT_BYTES = 12_000_000;
export const bytesTaken = (path: string): number =>
  path === "/people/import" || path.startsWith("/people/import/") ? IMPORT_BYTES : FORM_BYTES;
