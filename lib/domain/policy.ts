/** Values the organisation set (規定値), or our defaults where it set none. */

/** An entry of a list parameter: reading material, the scope of solo duty, a kind of incident. */
export type PolicyListItem = { readonly code: string };
export type PolicyValue = number | string | boolean | readonly PolicyListItem[];

/** Parameter code → value, as they hold for one STEP (the day it opened) or today. */
export type PolicyValues = Readonly<Record<string, PolicyValue>>;
