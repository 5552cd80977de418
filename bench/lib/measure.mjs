// The pages, each as the person who uses it, beside the floor of the same build.
import { personId, teamId, teamsOf } from "./generate.mjs";
import { againstFloor } from "./load.mjs";
import { costOf, scriptBytes, scriptsOf, statementsIn } from "./page.mjs";
import { signIn, visitor } from "./visitor.mjs";
import { recordWriter } from "./write.mjs";

const CONNECTIONS = 8;

/**
 * Team 1: its trainee number 9, the mentor of that trainee's role group, the manager; who manages everything; and another
 * trainee, whose records grow with each run while those of the first stay as they were made.
 */
function castOf(people) {
  const teams = teamsOf(people);
  return { trainee: 8 * teams + 1, writer: 9 * teams + 1, mentor: teams + 1, manager: 7 * teams + 1, director: 1 };
}

const pagesOf = ({ trainee }) => [
  { name: "My training", who: "trainee", path: "/my-training" },
  { name: "Reviews", who: "mentor", path: "/reviews" },
  { name: "Readiness, one team", who: "manager", path: `/readiness/${teamId(1)}` },
  { name: "Readiness, overview", who: "director", path: "/readiness" },
  { name: "One trainee", who: "mentor", path: `/trainees/${personId(trainee)}` },
];

export async function measure({ client, origin, people, only }) {
  const cast = castOf(people);
  const cookies = {};
  for (const [who, number] of Object.entries(cast)) cookies[who] = await signIn(client, personId(number));
  const floor = visitor(origin, "locale=ja", CONNECTIONS);
  const floorScripts = scriptsOf((await floor.ask("/floor")).body.toString());
  const results = [];
  for (const page of pagesOf(cast).filter(({ name }) => name.includes(only))) {
    const reader = visitor(origin, cookies[page.who], CONNECTIONS);
    results.push(await measurePage(reader, page, { floor, floorScripts }));
    reader.close();
  }
  if (only === "") results.push(await measureWrite(visitor(origin, cookies.writer, CONNECTIONS), floor));
  floor.close();
  return results;
}

async function measurePage(reader, { name, path }, { floor, floorScripts }) {
  const cost = await costOf(reader, path);
  if (cost.status !== 200) return { name, path, status: cost.status };
  const own = scriptsOf(cost.html).filter((script) => !floorScripts.includes(script));
  const { html: _, all, ...rest } = cost;
  const times = await againstFloor(
    () => reader.ask(path),
    () => floor.ask("/floor"),
  );
  return {
    name,
    path,
    ...rest,
    scriptBytes: await scriptBytes(reader, own),
    scripts: own.length,
    ...withShare(times),
    all,
  };
}

async function measureWrite(reader, floor) {
  const name = "Write of a record";
  const write = await recordWriter(reader);
  if (!write) return { name, status: "no form" };
  await write();
  await reader.ask("/floor/statements");
  await write();
  const said = statementsIn((await reader.ask("/floor/statements")).body);
  const times = await againstFloor(write, () => floor.ask("/floor"));
  reader.close();
  const sqlMs = Math.round(said.reduce((sum, { ms }) => sum + ms, 0) * 10) / 10;
  return { name, status: 303, statements: said.length, sqlMs, ...withShare(times), all: said };
}

const withShare = ({ page, floor }) => ({
  ...page,
  floor,
  share: Math.round((page.perSecond / floor.perSecond) * 100) / 100,
});
