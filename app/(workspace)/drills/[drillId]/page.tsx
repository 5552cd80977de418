import { notFound } from "next/navigation";
import { plans } from "@/lib/domain/drill";
import { findDrill } from "@/lib/drill/queries";
import { drillPath } from "@/lib/drill/schema";
import { requireActor } from "@/lib/platform/session";
import { titled } from "@/lib/platform/words";
import { asked } from "../../_components/asked";
import { DoneToast } from "../../_components/done-toast";
import { DrillPageBody } from "../_components/drill-page";

export const generateMetadata = titled("drills", "title");

export default async function DrillPage({ params, searchParams }: PageProps<"/drills/[drillId]">) {
  const actor = await requireActor();
  const drill = await findDrill(actor, (await asked(drillPath, params)).drillId);
  if (!drill) notFound();
  return (
    <>
      <DoneToast done={(await searchParams).done} />
      <DrillPageBody drill={drill} home={plans(actor) ? "/drills" : "/my-training"} />
    </>
  );
}
