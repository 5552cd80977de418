import "server-only";

/** The process's clock. Everything below an action or a page takes the time as an argument. */
export const now = (): Date => new Date();
