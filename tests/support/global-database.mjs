import { ensureClient } from "../../scripts/lib/client.mjs";
import { openThrowaway } from "../../scripts/lib/throwaway.mjs";

/** One server for the run; each test file gets a copy of its database (setup-integration.ts). */
export default async function setup(project) {
  await ensureClient();
  const { urls, close } = await openThrowaway({ name: "template_of_tests" });
  project.provide("database", urls);
  return close;
}
