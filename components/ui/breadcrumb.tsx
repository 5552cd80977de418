import { cn } from "@/lib/platform/cn";
import { Link } from "./link";

type Props = { label: string; trail: readonly { href?: string; label: string }[]; className?: string };

export function Breadcrumb({ label, trail, className }: Props) {
  return (
    <nav data-slot="breadcrumb" aria-label={label} className={cn("crumb", className)}>
      <ol>
        {trail.map(({ href, label: word }) => (
          <li key={`${href ?? ""} ${word}`}>{href === undefined ? word : <Link href={href}>{word}</Link>}</li>
        ))}
      </ol>
    </nav>
  );
}
