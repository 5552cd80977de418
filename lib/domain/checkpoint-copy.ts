import type { Checkpoint } from "./checkpoint";

/** Copies of checkpoints that leave the host by themselves, to where the operator said: not the administrator of the app. */

export type CopyTarget = { readonly way: "mail" | "webhook"; readonly address: string };

const listed = (setting: string | undefined) => (setting ?? "").split(/[\s,]+/).filter((each) => each !== "");

/** What two settings of the environment name. */
export const copyTargets = (mail: string | undefined, webhook: string | undefined): readonly CopyTarget[] => [
  ...[...new Set(listed(mail))].map((address) => ({ way: "mail" as const, address })),
  ...[...new Set(listed(webhook))].map((address) => ({ way: "webhook" as const, address })),
];

/** A program gets every checkpoint, a mailbox the first of each day: each speaks for all events before it. */
export const copyKey = ({ way }: CopyTarget, { size, at }: Pick<Checkpoint, "size" | "at">, target: string): string =>
  way === "webhook" ? `${size} ${target}` : `${at.slice(0, 10)} ${target}`;
