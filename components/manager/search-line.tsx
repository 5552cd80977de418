type Props = { label: string; find: string; q: string | null; kept?: Readonly<Record<string, string>> };

/** Search in a list, by its address. */
export function SearchLine({ label, find, q, kept = {} }: Props) {
  return (
    <search>
      <form method="get" className="picker-find">
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
      </form>
    </search>
  );
}
