/** Something a person can put right: said in one sentence, without a stack. */
export class Refusal extends Error {}

/** Runs a script's work; a refusal is one line and exit code 1, anything else is a fault and shows where it came from. */
export async function main(work) {
  try {
    const code = await work(process.argv.slice(2));
    leave(typeof code === "number" ? code : 0);
  } catch (error) {
    process.stderr.write(error instanceof Refusal ? `\n  ✗ ${error.message}\n` : `\n${error?.stack ?? error}\n`);
    leave(1);
  }
}

/** Ends once everything said is through: a pipe takes 64 KB at a time, and the last line matters most. */
function leave(code) {
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
