// PostgreSQL refuses to run as root. Root starts it as the user `postgres`, who must then be able to reach the folders.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { isRoot } from "./paths.mjs";
import { Refusal } from "./refusal.mjs";

const NAME = "postgres";

/** Who runs the server: `{ uid, gid }` as root, else nobody in particular. */
export function databaseAccount() {
  if (!isRoot()) return {};
  return idsOf(NAME) ?? createAccount();
}

function createAccount() {
  const made = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]],
    ["adduser", ["-S", "-D", "-H", NAME]],
  ].some(([command, args]) => spawnSync(command, args).status === 0);
  const ids = made && idsOf(NAME);
  if (ids) return ids;
  throw new Refusal(`PostgreSQL does not run as root, and the user ${NAME} could not be made: run as another user.`);
}

function idsOf(name) {
  const ask = (flag) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [ask("-u"), ask("-g")];
  return user.status === 0 ? { uid: Number(user.stdout), gid: Number(group.stdout) } : null;
}

/** Tries it, as that user: permissions have more ways to say no than a look at the mode shows. */
export const canReach = (account, path, test = "-x") =>
  spawnSync("/bin/sh", ["-c", `test ${test} "$0"`, path], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

/** The outermost folder on the way that others may not pass. */
export function closedFolderOnTheWayTo(path) {
  const parents = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) parents.unshift(dirname(at));
  return parents.find((parent) => (statSync(parent).mode & 0o001) === 0) ?? dirname(path);
}
