import { CsvError, parse } from "csv-parse/sync";

/** The lines of a CSV text as cells, or the line on which it stops being CSV. Line ends may be of any kind. */
export function csvLines(text: string): string[][] | { row: number } {
  try {
    return parse(text, {
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: false,
      recordDelimiter: ["\r\n", "\n", "\r"],
    });
  } catch (error) {
    if (error instanceof CsvError) return { row: Number(error.lines ?? 1) };
    throw error;
  }
}
