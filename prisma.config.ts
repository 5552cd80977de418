import { defineConfig } from "prisma/config";

// `prisma generate` needs no engine, yet the CLI wants to fetch one at each start: any existing file stops it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
