import { EffectOfRebasing } from "@/components/rebasing/effect-of-rebasing";
import { RebasingForm } from "@/components/rebasing/rebasing-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { newId } from "@/lib/platform/ids";
import { getTranslations } from "@/lib/platform/words";
import { rebaseAction } from "../actions";
import type { Preview } from "./find-preview";

type Props = Preview & { chosen: readonly string[] };

/** The sum first, then person by person, then the act. */
export async function PreviewBody({ people, digest, words, chosen }: Props) {
  const t = await getTranslations("rebasing");
  const flips = people.flatMap(({ effect }) => effect?.shifts.map(({ flip }) => flip) ?? []);
  const count = people.filter(({ effect }) => effect && effect.values.length > 0).length;
  const sum = (flip: string) => flips.filter((each) => each === flip).length;
  const trail = [{ href: "/rebasings", label: t("title") }, { label: t("previewTitle") }];
  return (
    <>
      <Breadcrumb label={t("where")} trail={trail} />
      <PageHead title={t("previewTitle")} sub={t("previewSub", { count: people.length })} />
      <p className="lead">{t("summary", { toUnmet: sum("toUnmet"), toMet: sum("toMet") })}</p>
      {people.map(({ id, ...person }) => (
        <EffectOfRebasing key={id} {...person} words={words} />
      ))}
      {count > 0 && (
        <RebasingForm enrolmentIds={chosen} digest={digest} count={count} onceKey={newId()} action={rebaseAction} />
      )}
    </>
  );
}
