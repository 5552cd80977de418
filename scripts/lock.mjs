// Completes package-lock.json with the packages of other platforms. A registry mirror may not carry them, npm then leaves
// them out, and `npm ci` refuses the lock file on every machine. What is added says only name, version and platform.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const OS = /(android|darwin|freebsd|linux|win32|openharmony)/;
const CPU = /(?:^|-)(arm64|arm|x64|ia32|ppc64|s390x|riscv64|wasm32)(?:-|$)/;

const lock = JSON.parse(readFileSync(FILE, "utf8"));
const has = (path) => Object.hasOwn(lock.packages, path);

/** Where Node would look for `name` from the folder of `path`, nearest first. */
function* placesOf(path, name) {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

function entryOf(name, version, dev) {
  const tail = name.split("/").at(-1);
  const os = OS.exec(tail)?.[1];
  const cpu = CPU.exec(tail)?.[1];
  if (!cpu) return null;
  const libc = os === "linux" && /musl|gnu/.exec(tail)?.[0].replace("gnu", "glibc");
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

const added = [];
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if ([...placesOf(path, name)].some(has)) continue;
    const entry = /^\d+\.\d+\.\d+/.test(version) && entryOf(name, version, dev);
    if (!entry) throw new Error(`${FILE}: ${name}@${version}, wanted by ${path}, names no platform: add it by hand`);
    lock.packages[`node_modules/${name}`] = entry;
    added.push(name);
  }
}

const order = (a, b) => a.localeCompare(b, "en");
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => order(a, b)));
if (added.length > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${FILE}: ${added.length} packages of other platforms added\n`);
