import { contentCounts } from "@/lib/content/counts";
import { ContentRefused, wordFault } from "@/lib/content/faults";
import { readContent } from "@/lib/content/read";

/** Says what content/ holds, kind by kind, and every fault with file and line. */
function check(folder: string) {
  const counts = contentCounts(readContent(folder));
  const width = Math.max(...counts.map(([kind]) => kind.length));
  const lines = counts.map(([kind, count]) => `${kind.padEnd(width)}  ${String(count).padStart(4)}`);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  process.stdout.write(`${lines.join("\n")}\n${total} passed, 0 failed\n`);
}

try {
  check(process.argv[2] ?? "content");
} catch (error) {
  if (!(error instanceof ContentRefused)) throw error;
  process.stdout.write(`${error.faults.map(wordFault).join("\n")}\n0 passed, ${error.faults.length} failed\n`);
  process.exitCode = 1;
}
