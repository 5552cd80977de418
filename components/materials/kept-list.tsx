import { getLocale } from "next-intl/server";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { MaterialSeen } from "@/lib/materials/schema";
import type { FormAction } from "@/lib/platform/action-state";
import { getTranslations } from "@/lib/platform/words";

export type KeepingActs = { readonly move: FormAction; readonly remove: FormAction };
type Props = { items: readonly MaterialSeen[]; acts: KeepingActs | null };

/** The materials of one place with what can be done with each; only to read for who does not keep them. */
export async function KeptList({ items, acts }: Props) {
  const [kinds, locale] = await Promise.all([getTranslations("materials.kinds"), getLocale()]);
  if (items.length === 0) return null;
  return (
    <ol className="materials">
      {items.map((item, at) => {
        const [title, note] = locale === "ja" ? [item.titleJa, item.noteJa] : [item.titleEn, item.noteEn];
        return (
          <li key={item.id}>
            {item.url === null ? title : <Link href={item.url}>{title}</Link>} <Tag>{kinds(item.kind)}</Tag>
            {note !== "" && <span className="below">{note}</span>}
            {acts && <Acts id={item.id} title={title} first={at === 0} last={at === items.length - 1} acts={acts} />}
          </li>
        );
      })}
    </ol>
  );
}

type ActsProps = { id: string; title: string; first: boolean; last: boolean; acts: KeepingActs };

async function Acts({ id, title, first, last, acts }: ActsProps) {
  const t = await getTranslations("materials");
  return (
    <span className="row-acts">
      <Link href={`/materials/${id}`} aria-label={t("changeOf", { title })}>
        {t("change")}
      </Link>
      {!first && <Move id={id} title={title} direction="up" action={acts.move} />}
      {!last && <Move id={id} title={title} direction="down" action={acts.move} />}
      <Form action={acts.remove}>
        <HiddenField name="materialId" value={id} />
        <SubmitButton look="text" size="small" pending={`${t("remove")}…`} aria-label={t("removeOf", { title })}>
          {t("remove")}
        </SubmitButton>
      </Form>
    </span>
  );
}

type MoveProps = { id: string; title: string; direction: "up" | "down"; action: FormAction };

async function Move({ id, title, direction, action }: MoveProps) {
  const t = await getTranslations("materials");
  return (
    <Form action={action}>
      <HiddenField name="materialId" value={id} />
      <HiddenField name="direction" value={direction} />
      <SubmitButton look="text" size="small" pending={`${t(direction)}…`} aria-label={t(`${direction}Of`, { title })}>
        {t(direction)}
      </SubmitButton>
    </Form>
  );
}
