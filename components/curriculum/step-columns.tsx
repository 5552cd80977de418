import type { ReactNode } from "react";
import { MaterialList } from "@/components/materials/material-list";
import { Badge } from "@/components/ui/badge";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { RoleGroupStructure, StepStructure } from "@/lib/domain/curriculum";
import type { PolicyValues } from "@/lib/domain/policy";
import type { Materials } from "@/lib/materials/schema";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import { CriterionList } from "./criterion-list";
import { ItemList } from "./item-list";
import type { OwnProgress, OwnStep } from "./own-progress";
import { StepReach } from "./step-reach";

type Props = {
  group: RoleGroupStructure;
  words: CurriculumWords;
  policy: PolicyValues;
  own: OwnProgress | null;
  materials: Materials;
};

type Row = { readonly id: string; readonly head: string; readonly cell: (step: StepStructure) => ReactNode };

/** What stands under each STEP, from who enters it to what there is to read. */
function useRows({ group, words, policy, own, materials }: Props): readonly Row[] {
  const t = useTranslations("curriculum");
  const { tracks } = words.roleGroup(group.code);
  const trackName = ({ track }: { track?: string }) =>
    Object.entries(tracks).find(([code]) => code === track)?.[1] ?? null;
  return [
    {
      id: "reach",
      head: t("rows.reach"),
      cell: ({ step }) => <StepReach group={group.code} step={step} words={words} />,
    },
    {
      id: "goals",
      head: t("rows.goals"),
      cell: ({ goals }) => <ItemList items={goals} words={words} tagOf={trackName} />,
    },
    {
      id: "tasks",
      head: t("rows.tasks"),
      cell: (step) => <Tasks step={step} {...{ group, words, materials, trackName }} />,
    },
    ...(group.steps.some(({ step }) => materials.ofStep(step).length > 0)
      ? [
          {
            id: "materials",
            head: t("rows.materials"),
            cell: ({ step }: StepStructure) => <MaterialList items={materials.ofStep(step)} />,
          },
        ]
      : []),
    {
      id: "criteria",
      head: t("rows.criteria"),
      cell: ({ criteria }) => (
        <CriterionList criteria={criteria} met={own?.met ?? null} {...{ words, policy, trackName }} />
      ),
    },
    {
      id: "references",
      head: t("rows.references"),
      cell: ({ references }) =>
        references.length > 0 ? (
          <ItemList items={references} words={words} />
        ) : (
          <span className="faint">{t("none")}</span>
        ),
    },
  ];
}

/** STEP1–3 side by side; the reader's own column is tinted. On a narrow screen each row is stacked. */
export function StepColumns(props: Props) {
  const { group, words, own } = props;
  const t = useTranslations("curriculum");
  const rows = useRows(props);
  return (
    <table className="s3">
      <caption className="vh">{t("sections.steps")}</caption>
      <colgroup>
        <col className="k" />
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <td />
          {group.steps.map(({ step }) => (
            <th key={step} scope="col" className={currentOf(own, step)}>
              {t("step", { step })}
              {own && <OwnState own={own.steps[step]} words={words} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, head, cell }) => (
          <tr key={id}>
            <th scope="row">{head}</th>
            {group.steps.map((step) => (
              <td key={step.step} className={currentOf(own, step.step)} data-label={t("step", { step: step.step })}>
                {cell(step)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const currentOf = (own: OwnProgress | null, step: 1 | 2 | 3) => (own?.steps[step].state === "open" ? "cur" : undefined);

const BADGES = { signedOff: "done", recognised: "done", open: "running", later: "open" } as const;

function OwnState({ own: { state, on }, words: { locale } }: { own: OwnStep; words: CurriculumWords }) {
  const t = useTranslations("curriculum.own");
  const day = on === null ? "" : formatDay(on, locale);
  const word = {
    signedOff: t("signedOff", { day }),
    recognised: t("recognised", { day }),
    open: t("running"),
    later: t("later"),
  };
  return <Badge state={BADGES[state]}>{word[state]}</Badge>;
}

type TasksProps = Pick<Props, "group" | "words" | "materials"> & {
  step: StepStructure;
  trackName: (item: { track?: string }) => string | null;
};

function Tasks({ step: { step, tasks }, group, words, materials, trackName }: TasksProps) {
  const t = useTranslations("curriculum");
  const intro = words.roleGroup(group.code).tasksIntro.find((each) => each.step === step);
  return (
    <>
      {intro && <p className="intro">{intro.text}</p>}
      <ItemList
        items={tasks}
        words={words}
        tagOf={trackName}
        wayOf={({ kind }) => t(`taskKinds.${kind}`)}
        below={(code) => <MaterialList items={materials.ofItem(code)} />}
      />
    </>
  );
}
