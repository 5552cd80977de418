import pg from "pg";

/**
 * What only opens and closes transactions; and the question for the newest edition and words, which the process asks every two
 * seconds for everybody, whoever happens to be at work then.
 */
export const NOT_COUNTED = /^\s*(?:begin|commit|rollback|set )|as "wordingId"\s*$/i;

/** Statements that a piece of work sends, as text. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = pg.Client.prototype;
  const watched = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === "string" ? first : ((first as { text?: string } | undefined)?.text ?? "");
    if (!NOT_COUNTED.test(text)) sent.push(text);
    return Reflect.apply(query, this, args);
  };
  pg.Client.prototype.query = watched as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}
