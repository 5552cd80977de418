/** One thing that is wrong in a content file, where a person finds it. */
export type Fault = { readonly file: string; readonly line: number; readonly reason: string };

export const wordFault = ({ file, line, reason }: Fault) => `${file}:${line}  ${reason}`;

/** Content that does not fit is refused as a whole, with every fault found. */
export class ContentRefused extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`The content was refused:\n${faults.map(wordFault).join("\n")}`);
    this.name = "ContentRefused";
    this.faults = faults;
  }
}
