const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Does what the key stands for on this page. True when something was done. */
export function pressedKey(event: KeyboardEvent, isAfterG: boolean, openList: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  const key = event.key.toLowerCase();
  const from = event.target instanceof Element ? event.target : null;
  if (from?.closest(FIELDS) || document.querySelector("dialog[open]")) return false;
  const isDone = key === "?" ? open(openList) : act(nameOf(event, key, isAfterG)) || walk(key);
  if (isDone) event.preventDefault();
  return isDone;
}

const open = (openList: () => void) => {
  openList();
  return true;
};

const nameOf = (event: KeyboardEvent, key: string, isAfterG: boolean) => {
  if (isAfterG) return `g ${key}`;
  return event.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
};

/** The row in focus comes first, then the whole page. */
function act(name: string): boolean {
  const row = document.activeElement?.closest("[data-row]");
  if (name === "enter" && document.activeElement !== row) return false;
  const selector = `[data-key="${CSS.escape(name)}"]`;
  const target = [
    ...(row?.querySelectorAll<HTMLElement>(selector) ?? []),
    ...document.querySelectorAll<HTMLElement>(selector),
  ].find(isUsable);
  if (!target) return false;
  if (target.matches(FIELDS)) target.focus();
  else target.click();
  return true;
}

const isUsable = (element: HTMLElement) =>
  element.checkVisibility() && element.ariaDisabled !== "true" && !element.matches(":disabled");

const STEPS: Record<string, number> = { j: 1, k: -1 };

/** J and K move the focus from row to row. */
function walk(key: string): boolean {
  const step = STEPS[key];
  if (step === undefined) return false;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.checkVisibility());
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, current + step))];
  if (!next) return false;
  if (!next.hasAttribute("tabindex") && !next.matches("a, button")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}
