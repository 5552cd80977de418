/** Something a person can put right: said in one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a script's work; a refusal is one line and exit code 1, anything else is a fault and shows where it came from. */
export async function main(work) {
  try {
    const code = await work(process.argv.slice(2));
    process.exit(typeof code === "number" ? code : 0);
  } catch (error) {
    process.stderr.write(error instanceof Refusal ? `\n  ✗ ${error.message}\n` : `\n${error?.stack ?? error}\n`);
    process.exit(1);
  }
}
