import { ItemList } from "@/components/curriculum/item-list";
import { StepMaterials } from "@/components/materials/step-materials";
import { CriterionArticle } from "@/components/training/criterion-article";
import { type EnrolmentSeen, frameOf, type StepSeen, type TrainingWords } from "@/components/training/enrolment-seen";
import { measuredIn } from "@/components/training/open-criteria";
import type { StepActions } from "@/components/training/step-actions";
import { TaskList, type TickFrame, type TickNode } from "@/components/training/task-list";
import type { UsualWait } from "@/components/training/usual-wait";
import { SectionHeading } from "@/components/ui/section-heading";
import type { ItemNode, StepStructure, TaskNode } from "@/lib/domain/curriculum";
import type { Materials } from "@/lib/materials/schema";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  enrolment: EnrolmentSeen;
  measured: StepSeen;
  worded: TrainingWords;
  materials: Materials;
  usual: UsualWait;
  acts: StepActions;
};

/** Goals in view, what to learn and do, the criteria in full, references. */
export function StepContent(props: Props) {
  const t = useTranslations("training");
  const { enrolment, measured, worded } = props;
  const { roleGroupCode } = enrolment.training.ref;
  const structure = roleGroupCode === null ? undefined : stepIn(enrolment, measured.step);
  if (!structure) return <Topics {...props} />;
  const { tracks } = enrolment.training;
  const isFor = ({ track }: ItemNode | TaskNode) => track === undefined || tracks.includes(track);
  const tasks = structure.tasks.filter(isFor);
  return (
    <>
      <section className="sec">
        <SectionHeading>{t("step.goals")}</SectionHeading>
        <div className="tree">
          <ItemList items={structure.goals.filter(isFor)} words={worded.words} />
        </div>
      </section>
      <StepMaterials items={props.materials.ofStep(measured.step)} />
      <section className="sec">
        <SectionHeading end={tickCount(tasks, enrolment, t)}>{t("step.tasks")}</SectionHeading>
        <TaskList nodes={tasks} frame={tickFrame(props)} />
      </section>
      <Criteria {...props} />
      <section className="sec">
        <SectionHeading>{t("step.references")}</SectionHeading>
        {structure.references.length === 0 ? (
          <p className="hint">{t("step.noneGiven")}</p>
        ) : (
          <div className="tree">
            <ItemList items={structure.references.filter(isFor)} words={worded.words} />
          </div>
        )}
      </section>
    </>
  );
}

const stepIn = ({ training, curriculum }: EnrolmentSeen, step: number): StepStructure | undefined =>
  training.ref.roleGroupCode === null
    ? undefined
    : curriculum.stepsOf(training.ref.roleGroupCode).find((each) => each.step === step);

function tickFrame({ enrolment: { training, today }, worded: { words }, materials, acts }: Props): TickFrame {
  return {
    enrolmentId: training.ref.enrolmentId,
    words,
    materials,
    today,
    doneOn: new Map(training.topicsDone.map(({ code, doneOn }) => [code, doneOn])),
    acts,
  };
}

const leaves = (nodes: readonly TickNode[]): readonly string[] =>
  nodes
    .filter(({ assumed }) => !assumed)
    .flatMap(({ code, children }) => (children.length === 0 ? [code] : leaves(children)));

function tickCount(
  nodes: readonly TickNode[],
  { training }: EnrolmentSeen,
  t: ReturnType<typeof useTranslations<"training">>,
) {
  const codes = leaves(nodes);
  const done = training.topicsDone.filter(({ code }) => codes.includes(code)).length;
  return t("step.taskCount", { done, all: codes.length });
}

/** Basic or common education: each topic is confirmed as learned. */
function Topics(props: Props) {
  const { enrolment, measured, materials } = props;
  const t = useTranslations("training");
  const { roleGroupCode } = enrolment.training.ref;
  const { structure, roleGroup } = enrolment.curriculum;
  const topics = roleGroupCode === null ? structure.basicEducation : roleGroup(roleGroupCode).commonEducation;
  const isCompleted = enrolment.states.some(({ step, completion }) => step === measured.step && completion !== null);
  const { acts, ...fixed } = tickFrame(props);
  return (
    <>
      <StepMaterials items={materials.ofStep(measured.step)} />
      <section className="sec">
        <SectionHeading end={tickCount(topics, enrolment, t)}>{t("step.topics")}</SectionHeading>
        <TaskList nodes={topics} frame={isCompleted || !acts ? fixed : { ...fixed, acts }} />
      </section>
    </>
  );
}

function Criteria({ enrolment, measured, worded, usual, acts }: Props) {
  const t = useTranslations("training.step");
  const frame = frameOf(enrolment, measured.policy, worded);
  const isCompleted = enrolment.states.some(({ step, completion }) => step === measured.step && completion !== null);
  return (
    <section className="sec" id="criteria">
      <SectionHeading>{t("criteria")}</SectionHeading>
      {measuredIn(enrolment, measured).map((each) => (
        <CriterionArticle
          key={each.criterion.code}
          {...each}
          enrolment={enrolment}
          frame={frame}
          usual={usual}
          recordHref={(recordId) => `/my-training/records/${recordId}`}
          {...(!isCompleted && { acts })}
        />
      ))}
    </section>
  );
}
