import type { ReactNode } from "react";

type Props = {
  label: string;
  find: string;
  q: string | null;
  /** Fields of the address that stay. */
  kept?: Readonly<Record<string, string>>;
  /** Where the whole list is again. */
  clear?: ReactNode;
};

/** Search in a list, by its address. */
export function SearchLine({ label, find, q, kept = {}, clear }: Props) {
  return (
    <search>
      <form method="get" className="find-row">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span className="lab">{label}</span>
          <input type="search" name="q" defaultValue={q ?? ""} maxLength={100} className="in" />
        </label>
        <button type="submit" className="btn">
          {find}
        </button>
        {clear}
      </form>
    </search>
  );
}
