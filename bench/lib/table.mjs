const COLUMNS = [
  ["page", 22, ({ name }) => name],
  ["median ms", 10, ({ median }) => median],
  ["95 % ms", 8, ({ p95 }) => p95],
  ["per s", 7, ({ perSecond }) => perSecond],
  ["floor/s", 8, ({ floor }) => floor?.perSecond],
  ["share", 6, ({ share }) => share],
  ["SQL", 4, ({ statements }) => statements],
  ["SQL ms", 7, ({ sqlMs }) => sqlMs],
  ["HTML gz", 8, ({ htmlBytes }) => kilo(htmlBytes)],
  ["JS gz", 7, ({ scriptBytes }) => kilo(scriptBytes)],
];

const kilo = (bytes) => (bytes === undefined ? undefined : `${(bytes / 1000).toFixed(1)} kB`);

/** A page that did not answer says with what. */
export function table(people, results) {
  const head = row(COLUMNS.map(([title]) => title));
  const lines = results.map((result) =>
    row(result.median === undefined ? [result.name, `status ${result.status}`] : COLUMNS.map(([, , of]) => of(result))),
  );
  return [`  ${people} people, 18 months of records; 8 connections`, head, ...lines].join("\n");
}

const row = (cells) =>
  `  ${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(COLUMNS[at][1]) : String(cell ?? "–").padStart(COLUMNS[at][1]))).join("  ")}`;
