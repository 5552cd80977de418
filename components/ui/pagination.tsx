import { cn } from "@/lib/platform/cn";
import { LinkButton } from "./link-button";

export const PAGE_SIZE = 50;

type Props = {
  label: string;
  /** "204件中 51–100件" */
  range: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  className?: string;
};

/** Where in the list, and the way on. Nothing at all when everything fits. */
export function Pagination({ label, range, previous, next, className }: Props) {
  if (!previous && !next) return null;
  return (
    <nav data-slot="pagination" aria-label={label} className={cn("pages", className)}>
      <span className="range">{range}</span>
      {previous && (
        <LinkButton size="small" href={previous.href} rel="prev">
          {previous.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton size="small" href={next.href} rel="next">
          {next.label}
        </LinkButton>
      )}
    </nav>
  );
}
