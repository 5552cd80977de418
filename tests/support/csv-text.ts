import iconv from "iconv-lite";

/** Lines as a spreadsheet writes them. */
export const csv = (...lines: (readonly string[])[]): string =>
  `${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const shiftJis = (text: string) => new Uint8Array(iconv.encode(text, "cp932"));
