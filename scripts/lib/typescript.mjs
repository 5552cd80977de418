// Lets Node run the product's own TypeScript: types are stripped by Node itself, paths are found as the bundler finds them.
// Used as `node --conditions=react-server --import ./scripts/lib/typescript.mjs FILE.ts`; without the condition where words
// are put together, which next-intl does with the whole of React.
import { existsSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ROOT } from "./paths.mjs";

const ENDINGS = ["", ".ts", ".mjs", ".js", ".json", "/index.ts"];

const EMPTY = "data:text/javascript,";

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** `@/lib/x` and `./x`, with or without their ending; null for a package. */
function fileFor(specifier, parent) {
  if (parent?.includes("/node_modules/")) return null;
  const path = specifier.startsWith("@/")
    ? join(ROOT, specifier.slice(2))
    : /^\.\.?\//.test(specifier) && parent?.startsWith("file:")
      ? join(dirname(fileURLToPath(parent)), specifier)
      : null;
  const found = path && ENDINGS.map((ending) => path + ending).find(isFile);
  return found ? pathToFileURL(found).href : null;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: EMPTY, shortCircuit: true };
    const url = fileFor(specifier, context.parentURL);
    if (url) return next(url, context);
    try {
      return next(specifier, context);
    } catch (error) {
      // `next/headers`: the package lists no exports, so Node wants the ending
      if (error.code === "ERR_MODULE_NOT_FOUND" && /^(@[^/]+\/)?[^./@][^/]*\/.+/.test(specifier))
        return next(`${specifier}.js`, context);
      throw error;
    }
  },
  load(url, context, next) {
    if (!url.endsWith(".json")) return next(url, context);
    return next(url, { ...context, format: "json", importAttributes: { ...context.importAttributes, type: "json" } });
  },
});
