import type { ReactNode } from "react";
import { HeatCell, type HeatCellProps } from "./heat-cell";

export type HeatRow = {
  key: string;
  name: ReactNode;
  /** One for each of `columns`. */
  cells: readonly HeatCellProps[];
  /** One for each of `remarks`. */
  remarks: readonly ReactNode[];
};

type Props = {
  caption: string;
  /** Head of the first column, read out only. */
  rowsWord: string;
  columns: readonly string[];
  remarks: readonly string[];
  rows: readonly HeatRow[];
};

/** Role groups by proficiency. The table is its own text twin: each cell says its sentence. */
export function HeatTable({ caption, rowsWord, columns, remarks, rows }: Props) {
  return (
    <table data-slot="heat-table" className="heat">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{rowsWord}</span>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="c">
              {column}
            </th>
          ))}
          {remarks.map((remark) => (
            <th key={remark} scope="col" className="tp">
              {remark}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} columns={columns} remarks={remarks} />
        ))}
      </tbody>
    </table>
  );
}

const Row = ({ row, columns, remarks }: { row: HeatRow } & Pick<Props, "columns" | "remarks">) => (
  <tr>
    <th scope="row">{row.name}</th>
    {row.cells.map((cell, place) => (
      <td key={columns[place]} className="hc">
        <HeatCell {...cell} />
      </td>
    ))}
    {row.remarks.map((remark, place) => (
      <td key={remarks[place]} className="txt" data-label={remarks[place]}>
        {remark}
      </td>
    ))}
  </tr>
);
