import "server-only";
import type { Addition } from "@/lib/domain/local-curriculum";
import { env } from "@/lib/platform/env";
import type { LatestIds } from "./records";
import type { Curriculum, CurriculumWords } from "./schema";
import type { SearchIndex } from "./search";
import type { WordingRow } from "./words";

type KnownWording = WordingRow & { readonly ja: CurriculumWords; readonly en: CurriculumWords };
type Memory = {
  readonly database: string;
  readonly editions: Map<string, Promise<Curriculum | null>>;
  readonly wordings: Map<string, Promise<KnownWording | null>>;
  /** Everything that anybody ever added, by the wording that names it. */
  readonly additions: Map<string, Promise<readonly Addition[] | null>>;
  readonly indexes: Map<string, SearchIndex>;
  latest: { readonly ids: Promise<LatestIds | null>; readonly askedAt: number } | null;
};

const globals = globalThis as { sodateCurriculum?: Memory };

/** Editions and wordings never change, so the process keeps them; one memory for each database. */
export function memory(): Memory {
  const database = env().DATABASE_URL;
  if (globals.sodateCurriculum?.database !== database) {
    const known = { editions: new Map(), wordings: new Map(), additions: new Map(), indexes: new Map() };
    globals.sodateCurriculum = { database, ...known, latest: null };
  }
  return globals.sodateCurriculum;
}

/** Asks once for a key; what is being asked is shared, a failed or empty answer is asked again. */
export function remembered<T>(known: Map<string, Promise<T | null>>, key: string, ask: () => Promise<T | null>) {
  const found = known.get(key);
  if (found) return found;
  const asked = ask();
  known.set(key, asked);
  const forget = () => known.delete(key);
  asked.then((answer) => answer ?? forget(), forget);
  return asked;
}
