/** A signal that fires once when the run shall end: Ctrl-C, a service manager, or the end of npm above us. */
export function untilAsked() {
  const controller = new AbortController();
  const end = () => controller.abort(new Ended());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  followParent(end);
  return controller.signal;
}

/** Not a fault: the run was asked to end. */
export class Ended extends Error {}

/** npm hands no signal on to what its shell started; but the shell goes, and then our parent is another. */
export function followParent(end) {
  if (!process.env.npm_lifecycle_event && !process.env.SODATE_FOLLOWS_PARENT) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

/** What must be closed, in reverse order of opening, whatever happens. */
export async function closing(work) {
  const closers = [];
  try {
    return await work((close) => closers.push(close));
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
