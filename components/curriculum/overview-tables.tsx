import { LedgerTable } from "@/components/ui/ledger-table";
import { Link } from "@/components/ui/link";
import { Mark } from "@/components/ui/mark";
import { SectionHeading } from "@/components/ui/section-heading";
import { Tag } from "@/components/ui/tag";
import type { Curriculum, CurriculumWords } from "@/lib/curriculum/schema";
import { useTranslations } from "@/lib/platform/words";
import { ItemNote } from "./item-foot";

/** Table 1-1: who enters each STEP and what is reached. */
export function StepTable({ words }: { words: CurriculumWords }) {
  const t = useTranslations("curriculum");
  return (
    <section className="sec">
      <SectionHeading id="steps">{t("sections.stepTable")}</SectionHeading>
      <LedgerTable
        caption={t("sections.stepTable")}
        rows={words.all.steps}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            id: "step",
            head: t("stepColumns.step"),
            isRowHead: true,
            className: "nw",
            cell: ({ number }) => t("step", { step: number }),
          },
          { id: "entrant", head: t("stepColumns.entrant"), cell: ({ entrant }) => entrant },
          { id: "reaches", head: t("stepColumns.reaches"), cell: ({ reaches }) => reaches },
          {
            id: "text",
            head: t("stepColumns.text"),
            cell: ({ text, note, covered }) => (
              <div>
                {text}
                {!covered && <Tag>{t("notCovered")}</Tag>}
                <ItemNote note={note} />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The seven role groups, each with how many criteria its STEPs have. */
export function RoleGroupTable({ words, curriculum }: { words: CurriculumWords; curriculum: Curriculum }) {
  const t = useTranslations("curriculum");
  const counts = (code: Parameters<Curriculum["stepsOf"]>[0]) => {
    const [first = 0, second = 0, third = 0] = curriculum.stepsOf(code).map(({ criteria }) => criteria.length);
    return t("criteriaCounts", { first, second, third });
  };
  return (
    <section className="sec">
      <SectionHeading id="groups">{t("sections.groups")}</SectionHeading>
      <LedgerTable
        caption={t("sections.groups")}
        rows={words.all.roleGroups}
        rowKey={({ code }) => code}
        columns={[
          { id: "number", head: t("groupColumns.number"), isNumber: true, cell: ({ number }) => number },
          {
            id: "name",
            head: t("groupColumns.name"),
            isRowHead: true,
            cell: ({ code, name }) => <Link href={`/curriculum/${code}`}>{name}</Link>,
          },
          { id: "summary", head: t("groupColumns.summary"), cell: ({ summary }) => summary },
          { id: "criteria", head: t("criteriaCountsHead"), className: "n nw", cell: ({ code }) => counts(code) },
        ]}
      />
    </section>
  );
}

/** Table 2-1: the 19 roles; the two whose group is a reading are marked. */
export function RoleMap({ words }: { words: CurriculumWords }) {
  const t = useTranslations("curriculum");
  return (
    <section className="sec">
      <SectionHeading id="roles" note={t("rolesNote")}>
        {t("sections.roles")}
      </SectionHeading>
      <LedgerTable
        caption={t("sections.roles")}
        rows={words.all.roles}
        rowKey={({ code }) => code}
        columns={[
          { id: "function", head: t("roleColumns.function"), className: "sub nw", cell: (role) => role.function },
          { id: "name", head: t("roleColumns.name"), isRowHead: true, className: "nw", cell: ({ name }) => name },
          { id: "duty", head: t("roleColumns.duty"), cell: ({ duty }) => duty },
          {
            id: "group",
            head: t("roleColumns.group"),
            cell: ({ roleGroup, reading, note }) => (
              <div>
                {reading && <Mark kind="caution" label={t("uncertain")} />}{" "}
                {roleGroup ? (
                  <Link href={`/curriculum/${roleGroup}`}>{words.roleGroup(roleGroup).name}</Link>
                ) : (
                  t("outside")
                )}
                <ItemNote note={note} />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}
