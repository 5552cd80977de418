import type { ReactNode } from "react";
import { cn } from "@/lib/platform/cn";

export type LedgerColumn<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers are right-aligned. */
  isNumber?: boolean;
  /** The cell that names the row, read out before the others. */
  isRowHead?: boolean;
  className?: string;
};

type Props<Row> = {
  caption: string;
  columns: readonly LedgerColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isSelected?: (row: Row) => boolean;
  /** Without a heading and its rule above it. */
  ruled?: boolean;
  tight?: boolean;
  className?: string;
};

/** Rows divided by lines, no zebra; on a narrow screen each row is a stacked entry. */
export function LedgerTable<Row>({ caption, columns, rows, rowKey, isSelected, ...look }: Props<Row>) {
  return (
    <table
      data-slot="ledger-table"
      className={cn("ledger stack", look.ruled && "ruled", look.tight && "tight", look.className)}
    >
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, head, isNumber }) => (
            <th key={id} scope="col" className={cn(isNumber && "n")}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className={cn(isSelected?.(row) && "sel")}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: LedgerColumn<Row>; row: Row }) {
  const className = cn(column.isNumber && "n", column.className);
  if (column.isRowHead) {
    return (
      <th scope="row" className={cn("b", className)}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className} {...(typeof column.head === "string" && column.head && { "data-label": column.head })}>
      {column.cell(row)}
    </td>
  );
}
