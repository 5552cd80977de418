import type { Fault } from "./faults";
import type { ContentFiles } from "./files";
import type { SourceFile } from "./source-file";
import { type Found, mappingsOf } from "./walk";

/** Codes are what claims hang on: each stands once, and says where it belongs. */
export function checkCodes(files: ContentFiles): Fault[] {
  const { basicEducation, roleGroups, caseDrills, roles, policy } = files;
  const items = [
    ...coded(basicEducation, "basic."),
    ...roleGroups.flatMap(({ group, steps }) => [
      ...coded(group, `g${group.value.number}.`),
      ...steps.flatMap((step) => coded(step, `g${group.value.number}.s${step.value.step}.`)),
    ]),
  ];
  const own = (file: SourceFile<unknown>, list: string, depth: number) =>
    [...mappingsOf(file)].filter(({ path, node }) => path[0] === list && path.length === depth && "code" in node);
  return [
    ...items.flatMap(({ found, prefix }) => misplaced(found, prefix)),
    ...repeated(items.map(({ found }) => found)),
    ...repeated([...own(caseDrills, "cases", 2), ...own(caseDrills, "cases", 4)]),
    ...repeated(own(roles, "roles", 2)),
    ...repeated([...own(policy, "parameters", 2), ...own(policy, "platform", 2)]),
  ];
}

type Coded = { readonly found: Found; readonly prefix: string };

/** Items of the source: mappings with a code beside a text. */
const coded = (file: SourceFile<unknown>, prefix: string): Coded[] =>
  [...mappingsOf(file)].filter(({ node }) => "code" in node && "text" in node).map((found) => ({ found, prefix }));

const codeOf = ({ node }: Found) => String(node.code);
const at = ({ file, path }: Found, reason: string) => file.fault([...path, "code"], reason);

const misplaced = (found: Found, prefix: string): Fault[] =>
  codeOf(found).startsWith(prefix) ? [] : [at(found, `${codeOf(found)}: a code of this file begins with ${prefix}`)];

function repeated(all: readonly Found[]): Fault[] {
  const seen = new Map<string, Found>();
  return all.flatMap((found) => {
    const first = seen.get(codeOf(found));
    if (!first) seen.set(codeOf(found), found);
    return first ? [at(found, `${codeOf(found)}: the code stands already in ${first.file.file}.`)] : [];
  });
}
