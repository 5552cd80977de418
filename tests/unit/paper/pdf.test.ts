import { getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { renderPdf } from "@/lib/paper/queries";
import type { Paper, PaperTable } from "@/lib/paper/schema";
import { bare, textOfPdf } from "@/tests/support/paper";

const AT = new Date("2026-11-20T01:00:00Z");
const row = (number: number, text = `${number}番目の実績`) => ({
  key: String(number),
  cells: [`2026/11/${number}`, text],
});
const table = (wish: Partial<PaperTable> = {}): PaperTable => ({
  kind: "table",
  id: "records",
  title: "実績記録",
  columns: [
    { id: "day", head: "日付", share: 1 },
    { id: "what", head: "したこと", share: 3 },
  ],
  rows: [row(1), row(2)],
  ...wish,
});
const paper = (...blocks: Paper["blocks"]): Paper => ({
  locale: "ja",
  title: "佐藤 美咲の育成台帳",
  sub: "育成体系の版",
  seals: ["本人"],
  blocks: [{ kind: "facts", id: "person", title: null, facts: [{ label: "氏名", value: "佐藤 美咲" }] }, ...blocks],
  foot: { left: "組織", middle: "出力", page: (page, pages) => `${page} / ${pages}` },
});
const opened = async (wish: Paper) => getDocumentProxy(new Uint8Array(await renderPdf(wish, AT)));

type Node = { role?: string; type?: string; alt?: string; lang?: string; children?: readonly Node[] };
/** H1, Table, TR: the parts of a page, in the order in which they are read. */
const rolesIn = ({ role, children = [] }: Node): string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesIn),
];
/** Of those only what holds text or a drawing of this page. */
const readIn = ({ role, children = [] }: Node): string[] => [
  ...(role !== undefined && children.some(({ type }) => type === "content") ? [role] : []),
  ...children.flatMap(readIn),
];
const altsIn = ({ alt, children = [] }: Node): string[] => [...(alt ? [alt] : []), ...children.flatMap(altsIn)];
async function structureOf(wish: Paper): Promise<readonly Node[]> {
  const pdf = await opened(wish);
  const pages = Array.from({ length: pdf.numPages }, (_, page) => pdf.getPage(page + 1));
  return Promise.all(pages.map(async (page) => (await (await page).getStructTree()) as Node));
}

describe("for who has it read to them", () => {
  test("it says its language and its title, and is a document with named parts", async () => {
    const pdf = await opened(paper(table()));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: "佐藤 美咲の育成台帳", Language: "ja", IsAcroFormPresent: false });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    expect((await pdf.getViewerPreferences()) ?? {}).toMatchObject({ DisplayDocTitle: true });
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual(["実績記録"]);
  });

  test("title, headings and tables with their heads, in the order of the page", async () => {
    const [page] = await structureOf(paper(table()));
    expect(rolesIn(page ?? {}).filter((role) => !["Root", "Document"].includes(role))).toEqual([
      ...["H1", "P", "P"],
      ...["Sect", "Table", "TR", "TH", "TD"],
      ...["Sect", "H2", "Table", "TR", "TH", "TH", "TR", "TD", "TD", "TR", "TD", "TD"],
    ]);
  });

  test("marks say what they show; a box to tick, and room to write, are nothing to read", async () => {
    const marks = { marks: ["verified", "open"] as const, label: "確認済み 1 これから 1" };
    const drawn = table({ rows: [{ key: "1", cells: [marks, { blank: "box" }] }] });
    const [page] = await structureOf(paper(drawn));
    expect(altsIn(page ?? {})).toEqual(["確認済み 1 これから 1"]);
    expect(rolesIn(page ?? {}).slice(-4)).toEqual(["TR", "TD", "Figure", "TD"]);
  });

  test("on a further page the heads are not read again, and neither are feet", async () => {
    const pages = await structureOf(paper(table({ rows: Array.from({ length: 90 }, (_, at) => row(at)) })));
    expect(pages.length).toBeGreaterThan(1);
    const read = pages.flatMap(readIn);
    expect(read.filter((role) => role === "TH")).toHaveLength(3);
    expect(read.filter((role) => role === "TD")).toHaveLength(1 + 90 * 2);
    for (const page of pages.slice(1)) expect(new Set(readIn(page))).toEqual(new Set(["TD"]));
  });
});

describe("where pages end", () => {
  test("heads stand on each page, and every page has its number", async () => {
    const pages = await textOfPdf(paper(table({ rows: Array.from({ length: 90 }, (_, at) => row(at)) })), AT);
    pages.forEach((text, at) => {
      expect(text).toContain("日付したこと");
      expect(text).toContain(`${at + 1}/${pages.length}`);
    });
  });

  test.each(Array.from({ length: 12 }, (_, more) => 36 + more))(
    "a heading takes its first row along, whatever stands before it (%i rows)",
    async (before) => {
      const first = table({ rows: Array.from({ length: before }, (_, at) => row(at)) });
      const long = table({ title: "次の節", rows: [row(1, "長い理由を書く。".repeat(20)), row(2)] });
      const pages = await textOfPdf(paper(first, long), AT);
      const page = pages.find((text) => text.includes("次の節")) ?? "";
      expect(page).toContain(bare("長い理由を書く。".repeat(20)));
    },
  );
});
