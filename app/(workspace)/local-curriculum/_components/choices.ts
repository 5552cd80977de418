import type { CurriculumWords } from "@/lib/curriculum/schema";
import { type RoleGroupCode, TRACKS } from "@/lib/domain/curriculum";

/** Lists of what is read, whose reading a criterion may ask for. */
export const listsIn = ({ all }: CurriculumWords) =>
  all.policy
    .filter(({ type }) => type.kind === "list" && type.item === "reading")
    .map(({ code, title }) => ({ value: code, label: title }));

export const tracksIn = (words: CurriculumWords, group: RoleGroupCode | null) =>
  TRACKS.flatMap((code) => {
    const name = group === null ? undefined : words.roleGroup(group).tracks[code];
    return name === undefined ? [] : [{ code, name }];
  });
