// On a database that is thrown away afterwards, with the demo organisation in it.
import { ensureClient } from "../../scripts/lib/client.mjs";
import { closing, untilAsked } from "../../scripts/lib/ending.mjs";
import { runScript } from "../../scripts/lib/run-script.mjs";
import { step } from "../../scripts/lib/steps.mjs";
import { openThrowaway } from "../../scripts/lib/throwaway.mjs";

export const benchImport = () =>
  closing(async (onClose) => {
    const signal = untilAsked();
    await step("database client", ensureClient);
    const { environment, close } = await step("database", () => openThrowaway());
    onClose(close);
    await step("demo organisation", () => runScript("prisma/seed/demo.ts", { environment, signal }));
    process.stdout.write(await runScript("bench/lib/measure-import.ts", { environment, signal }));
  });
