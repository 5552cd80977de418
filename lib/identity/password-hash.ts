import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id (2 is its number in the library), OWASP's first choice of cost: about 17 ms. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of nothing anybody knows: an unknown address costs as much time as a wrong password. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$qhKNHYQOsfdEI8a6Ql5pDA$xta9+BuyhbH0yUOs2Ei2dR6QHpaBsKNsQFDsuo3QEkY";

/** Each takes 19 MiB; more than this many wait. */
const AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Null is a person that does not exist or has no password: as slow, and never right. */
export const isPasswordOf = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const matches = await inTurn(() => verify(passwordHash ?? NOBODY, password));
  return passwordHash !== null && matches;
};
