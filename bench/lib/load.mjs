// The loader: bounded in number and in time.
const SLICE = { requests: 400, seconds: 3 };
const ROUNDS = 3;
const CONNECTIONS = 8;

/** Page and floor take turns, so that what else the machine does falls on both. */
export async function againstFloor(page, floor) {
  const rounds = [];
  for (let warm = 0; warm < 10; warm += 1) {
    await page();
    await floor();
  }
  for (let round = 0; round < ROUNDS; round += 1) rounds.push({ floor: await slice(floor), page: await slice(page) });
  const of = (name) => summary(rounds.map((round) => round[name]));
  return { page: of("page"), floor: of("floor") };
}

async function slice(ask) {
  const times = [];
  const since = performance.now();
  const until = since + SLICE.seconds * 1000;
  let started = 0;
  const connection = async () => {
    while (started < SLICE.requests && performance.now() < until) {
      started += 1;
      times.push((await ask()).ms);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return { times, seconds: (performance.now() - since) / 1000 };
}

function summary(slices) {
  const times = slices.flatMap((each) => each.times).sort((a, b) => a - b);
  const seconds = slices.reduce((sum, each) => sum + each.seconds, 0);
  const at = (share) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return { requests: times.length, median: at(0.5), p95: at(0.95), perSecond: round(times.length / seconds) };
}

export const round = (number) => Math.round(number * 10) / 10;
