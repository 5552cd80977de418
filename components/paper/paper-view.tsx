import { CellRow } from "@/components/chart/cell-row";
import { inRuns, placed } from "@/components/chart/places";
import { Facts } from "@/components/ui/facts";
import { LedgerTable } from "@/components/ui/ledger-table";
import { SectionHeading } from "@/components/ui/section-heading";
import type { Paper, PaperBlock, PaperCell, PaperRow, PaperTable } from "@/lib/paper/schema";

/** On the screen, and on paper from the browser: the same account as the PDF. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <div data-slot="paper" className="paper">
      <SealBoxes seals={paper.seals} />
      {paper.blocks.map((block) => (
        <Block key={block.id} block={block} />
      ))}
      <p className="paper-foot">
        <span>{paper.foot.left}</span>
        <span>{paper.foot.middle}</span>
      </p>
    </div>
  );
}

/** Only paper is sealed. */
const SealBoxes = ({ seals }: Pick<Paper, "seals">) => (
  <div className="seals">
    {seals.map((who) => (
      <div key={who}>{who}</div>
    ))}
  </div>
);

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === "table") return <TableBlock table={block} />;
  return (
    <section className="sec">
      {block.title !== null && <SectionHeading id={block.id}>{block.title}</SectionHeading>}
      <Facts facts={block.facts} className="paper-facts" />
    </section>
  );
}

function TableBlock({ table }: { table: PaperTable }) {
  const { id, title, note, columns, rows, onNewPage } = table;
  return (
    <section className={onNewPage ? "sec new-page" : "sec"}>
      <SectionHeading id={id}>{title}</SectionHeading>
      {note && <p className="hint">{note}</p>}
      <LedgerTable
        caption={title}
        tight
        columns={columns.map((column, place) => ({
          ...column,
          ...(column.isShort && { className: "short" }),
          cell: ({ cells }: PaperRow) => <Cell cell={cells[place] ?? ""} />,
        }))}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

function Cell({ cell }: { cell: PaperCell }) {
  if (typeof cell === "string") return <span className="lines">{cell}</span>;
  if ("blank" in cell) return <span className={cell.blank === "box" ? "tick-box" : "write-here"} />;
  return (
    <div role="img" aria-label={cell.label} className="blocks tight">
      {placed(inRuns(cell.marks, 6)).map(({ key, value }) => (
        <CellRow key={key} states={value} width={15} height={14} />
      ))}
    </div>
  );
}
