import { Link } from "@/components/ui/link";
import { cn } from "@/lib/platform/cn";

export type HeatCellProps = {
  have: number;
  need?: number;
  /** 0–5; by number of people where it is left out. */
  shade?: number;
  /** "1人、要員要求2人、1人不足" */
  label: string;
  href?: string;
};

/** have / need; darker with more people. Short of the need: a hatched red frame, the number on paper. */
export function HeatCell({ have, need, shade, label, href }: HeatCellProps) {
  const isShort = need !== undefined && have < need;
  const step = Math.min(5, Math.max(0, shade ?? have));
  const numbers = (
    <span aria-hidden="true" className="nums">
      <b>{have}</b>
      {need !== undefined && <span> / {need}</span>}
    </span>
  );
  const look = cn("hcell", isShort ? "gap" : `k${step}`);
  if (href !== undefined) {
    return (
      <Link data-slot="heat-cell" href={href} className={look} aria-label={label}>
        {numbers}
      </Link>
    );
  }
  return (
    <span data-slot="heat-cell" className={look}>
      {numbers}
      <span className="vh">{label}</span>
    </span>
  );
}
