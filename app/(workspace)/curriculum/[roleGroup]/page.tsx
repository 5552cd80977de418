import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { RoleGroupReading } from "@/components/curriculum/role-group-reading";
import { curriculumWords, editionAsked } from "@/lib/curriculum/queries";
import { readerOf } from "@/lib/curriculum/schema";
import { ROLE_GROUP_CODES } from "@/lib/domain/curriculum";
import { listExempted } from "@/lib/local-curriculum/queries";
import { findMaterials } from "@/lib/materials/queries";
import { now } from "@/lib/platform/clock";
import { requireActor } from "@/lib/platform/session";
import { findPolicyValuesNow } from "@/lib/policy/queries";
import { listTraining } from "@/lib/training/queries";
import { ownProgressOf } from "../_components/own-progress";

type Props = { params: Promise<{ roleGroup: string }>; searchParams: Promise<Record<string, unknown>> };

const groupOf = async ({ params }: Pick<Props, "params">) => {
  const { roleGroup } = await params;
  return ROLE_GROUP_CODES.find((code) => code === roleGroup) ?? null;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const group = await groupOf(props);
  return group ? { title: (await curriculumWords(await getLocale())).roleGroup(group).name } : {};
}

export default async function RoleGroupPage(props: Props) {
  const actor = await requireActor();
  const code = await groupOf(props);
  if (!code) notFound();
  const { team } = readerOf.parse(await props.searchParams);
  const [inForce, words, policy, training, materials] = await Promise.all([
    editionAsked(team),
    curriculumWords(await getLocale()),
    findPolicyValuesNow(now()),
    listTraining(actor, actor.id, now()),
    findMaterials(code),
  ]);
  const own = ownProgressOf(training, code);
  const enrolled = training.find((view) => view.training.ref.roleGroupCode === code);
  const curriculum = (team === null ? enrolled?.curriculum : null) ?? inForce;
  const group = curriculum.roleGroup(code);
  const exempted = await listExempted(curriculum.editionId);
  return <RoleGroupReading {...{ group, words, policy, own, materials, exempted }} />;
}
