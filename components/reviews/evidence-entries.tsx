import { Link } from "@/components/ui/link";
import type { EvidenceDraft } from "@/lib/domain/record";

type Props = { evidence: readonly EvidenceDraft[]; kindWord: (kind: EvidenceDraft["kind"]) => string };

/** Links open elsewhere, ticket numbers are looked up by hand. */
export function EvidenceEntries({ evidence, kindWord }: Props) {
  return (
    <ul className="attach">
      {evidence.map(({ kind, value }) => (
        <li key={value}>
          {kind === "link" ? (
            <Link href={value} target="_blank" className="wrap-anywhere">
              {value}
            </Link>
          ) : (
            <span className="wrap-anywhere">{value}</span>
          )}
          <span className="end">{kindWord(kind)}</span>
        </li>
      ))}
    </ul>
  );
}
