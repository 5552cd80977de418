import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/platform/session";
import { homeOf } from "@/lib/shell/queries";

/** Home is where the reader's first capacity works. */
export default async function HomePage() {
  redirect(homeOf(await requireActor()) as Route);
}
