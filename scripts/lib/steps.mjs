const WIDTH = 24;
const say = (text) => process.stdout.write(text);

export const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
export const line = (text = "") => say(text ? `  ${text}\n` : "\n");

/** One step of a script: its name while it runs, with the seconds so far, then its mark, its note and its time. */
export async function step(title, work) {
  const since = Date.now();
  const stopTicking = process.stdout.isTTY ? tickInPlace(title, since) : tickInLines(title, since);
  let said = "";
  let mark = "✓";
  try {
    const result = await work((note, as = "✓") => {
      said = note;
      mark = as;
    });
    stopTicking();
    line(`${mark} ${title.padEnd(WIDTH)}${seconds(since).padStart(8)}  ${said}`.trimEnd());
    return result;
  } catch (error) {
    stopTicking();
    line(`✗ ${title.padEnd(WIDTH)}${seconds(since).padStart(8)}`);
    throw error;
  }
}

function tickInPlace(title, since) {
  const draw = () => say(`\r  · ${title.padEnd(WIDTH)}${seconds(since).padStart(8)}`);
  draw();
  const timer = setInterval(draw, 500);
  return () => {
    clearInterval(timer);
    say("\r\x1b[2K");
  };
}

/** In a log, a line every ten seconds shows that something still happens. */
function tickInLines(title, since) {
  const timer = setInterval(() => line(`· ${title.padEnd(WIDTH)}${seconds(since).padStart(8)}`), 10_000);
  return () => clearInterval(timer);
}
