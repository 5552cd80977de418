/** One line of a file: its number as a spreadsheet shows it, and its cells by column. */
export type ImportRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };
