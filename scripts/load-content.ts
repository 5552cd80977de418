import { ContentRefused } from "@/lib/content/faults";
import { readContent } from "@/lib/content/read";
import { publishCurriculum } from "@/lib/curriculum/commands";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";

/** Loads content/ into the database: the same content changes nothing, a changed rule is a new edition, changed words a revision. */
async function main() {
  const content = readContent("content");
  const published = await publishCurriculum(content, now());
  if (!published.ok) throw new Error("Another start is loading the curriculum; start again.");
  const state = (isNew: boolean) => (isNew ? "new" : "unchanged");
  const edition = state(published.value.edition);
  const wording = state(published.value.wording);
  const name = (digest: string) => digest.slice(0, 12);
  process.stdout.write(
    `Curriculum: edition ${name(content.structureDigest)} ${edition}, wording ${name(content.wordsDigest)} ${wording}\n`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ContentRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await db().$disconnect();
}
