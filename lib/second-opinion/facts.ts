import "server-only";
import type { CheckpointJudgement } from "@/lib/domain/attestation";
import { compared, type FirstJudgement, isDifferent } from "@/lib/domain/second-opinion";
import type { Tx } from "@/lib/platform/db";

type Asked = { readonly enrolmentId: string; readonly criterionCode: string; readonly askedById: string };

/** What who asked has judged of the criterion, each time. */
export async function loadFirst(tx: Tx, { enrolmentId, criterionCode, askedById }: Asked): Promise<FirstJudgement[]> {
  const rows = await tx.attestation.findMany({ where: { enrolmentId, criterionCode, judgedById: askedById } });
  return rows.map(
    ({ checkpoint, judgement, supervision, comment, judgedAt }) =>
      ({ checkpoint, judgement, supervision, comment, judgedAt: judgedAt.toISOString() }) as FirstJudgement,
  );
}

/**
 * For the command that judges, after it wrote: the mentors who had given their opinion, and from whom this judgement, which
 * completes the comparison, turns out to differ.
 */
export async function differingFrom(tx: Tx, asked: Asked, judgedAt: Date): Promise<string[]> {
  const where = { ...asked, givenAt: { not: null } };
  const opinions = await tx.secondOpinion.findMany({ where, include: { judgements: true } });
  if (opinions.length === 0) return [];
  const first = await loadFirst(tx, asked);
  const before = first.filter((each) => each.judgedAt < judgedAt.toISOString());
  const completes = opinions.filter(({ judgements, givenAt }) => {
    const second = judgements.map(({ opinionId: _, ...said }) => said as CheckpointJudgement);
    const at = givenAt?.toISOString() ?? null;
    return compared(second, before, at) === null && isDifferent(compared(second, first, at));
  });
  return completes.map(({ askedOfId }) => askedOfId);
}
