import "server-only";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { Caller } from "@/lib/domain/access";
import type { Decision } from "@/lib/domain/result";
import { type ActionState, type FormAction, SENT_AGAIN } from "./action-state";
import { withoutWords } from "./bugs";
import { now } from "./clock";
import { inputOf, namedAsTyped, typedValues } from "./form-input";
import { fieldsOf, type RefusalPlaces, refusedState } from "./refusal-place";
import { handBack } from "./returned";
import { findActor } from "./session";
import { readVisitor, type Visitor } from "./visitor";
import { type NoticeCode, type Refusal, wordIssues, wordNotice, wordRefusal } from "./wording";

/** What the page does once the command is through. A redirect carries the notice as `?done=<code>`. */
export type Done = {
  redirect?: string;
  notice?: { code: NoticeCode; values?: Record<string, string | number> };
  /** Codes or ids that the form itself goes on with. */
  result?: Record<string, string>;
};

type Options<T, I = unknown, R extends Refusal = Refusal, F extends string = string> = {
  /** Refusals that are said at a field of the form: `{ EndsBeforeItBegins: "toOn" }`. */
  at?: RefusalPlaces<R, F>;
  onDone?: (value: T, input: I) => Done | undefined | Promise<Done | undefined>;
  /** Leaves the page as it is: for drafts, which are saved while somebody types. */
  quiet?: boolean;
};

/** Names of fields that the schema reads. */
type FieldOf<S extends z.ZodType> = keyof z.input<S> & string;
type AnyDecision = Decision<unknown, Refusal>;
type ValueOf<D> = D extends { ok: true; value: infer T } ? T : never;
type RefusalOf<D> = D extends { ok: false; refusal: infer R extends Refusal } ? R : never;
type OptionsOf<S extends z.ZodType, D> = Options<ValueOf<D>, z.output<S>, RefusalOf<D>, FieldOf<S>>;

/**
 * Every server action goes through here: sign-in, then parse, then run. Authorisation is the domain's, inside `run`.
 * A refusal code without words in content/messages/…/refusals does not compile here.
 */
export function defineAction<S extends z.ZodType, D extends AnyDecision>(
  schema: S,
  run: (input: z.output<S>, caller: Caller) => Promise<D>,
  options: OptionsOf<S, D> = {},
): FormAction {
  const action: FormAction = (_previous, form) =>
    watched(async () => {
      const actor = await findActor();
      const state = actor
        ? await submit(form, schema, (input) => run(input, { actor, now: now() }), options)
        : await signedOut(form);
      if (!actor || formOf(form).has(SENT_AGAIN)) await handBack(state, action);
      return state;
    });
  return action;
}

/** An action that needs no sign-in: set-up, invitation, reset, sign-in. */
export function definePublicAction<S extends z.ZodType, D extends AnyDecision>(
  schema: S,
  run: (input: z.output<S>, visitor: Visitor) => Promise<D>,
  options: OptionsOf<S, D> = {},
): FormAction {
  return (_previous, form) =>
    watched(async () => {
      const visitor = await readVisitor();
      return submit(form, schema, (input) => run(input, visitor), options);
    });
}

async function submit<S extends z.ZodType, D extends AnyDecision>(
  sent: FormData,
  schema: S,
  run: (input: z.output<S>) => Promise<D>,
  options: OptionsOf<S, D>,
): Promise<ActionState> {
  const form = formOf(sent);
  const locale = await getLocale();
  const parsed = schema.safeParse(inputOf(form), { reportInput: true });
  if (!parsed.success) {
    const fields = namedAsTyped(wordIssues(locale, parsed.error.issues), form);
    const message = wordRefusal(locale, { code: "Invalid", count: Object.keys(fields).length });
    return { status: "invalid", values: typedValues(form), fields, message };
  }
  const decision = await run(parsed.data);
  if (!decision.ok) {
    const { refusal } = decision;
    return refusedState(wordRefusal(locale, refusal), form, fieldsOf(refusal, options.at));
  }
  return finish((await options.onDone?.(decision.value as ValueOf<D>, parsed.data)) ?? {}, options.quiet ?? false);
}

/** Shows the new state: the page is asked for again, or the reader goes to the next one. */
async function finish({ redirect: to, notice, result }: Done, quiet: boolean): Promise<ActionState> {
  if (!quiet) revalidatePath("/", "layout");
  if (to !== undefined) redirect((notice ? withParam(to, "done", notice.code) : to) as Route);
  return {
    status: "done",
    ...(notice && { notice: wordNotice(await getLocale(), notice.code, notice.values) }),
    ...(result && { result }),
  };
}

function withParam(path: string, name: string, value: string) {
  const [before = "", hash] = path.split("#");
  return `${before}${before.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(value)}${hash ? `#${hash}` : ""}`;
}

const signedOut = async (sent: FormData): Promise<ActionState> => ({
  status: "signedOut",
  values: typedValues(formOf(sent)),
  message: wordRefusal(await getLocale(), { code: "SignedOut" }),
});

/** An action can be called by hand with anything. */
const formOf = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData());

async function watched(work: () => Promise<ActionState>): Promise<ActionState> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    throw withoutWords(error);
  }
}
