import { ItemNote, SourceIds } from "@/components/curriculum/item-foot";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/hidden-field";
import { SubmitButton } from "@/components/form/submit-button";
import { MaterialList } from "@/components/materials/material-list";
import { Mark } from "@/components/ui/mark";
import { Passage } from "@/components/ui/passage";
import { Tag } from "@/components/ui/tag";
import type { CurriculumWords } from "@/lib/curriculum/schema";
import type { PlainDay } from "@/lib/domain/calendar";
import type { Materials } from "@/lib/materials/schema";
import { formatDay } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";
import type { StepActions } from "./step-actions";

/** A learning task or topic; only those without children are ticked. */
export type TickNode = {
  readonly code: string;
  readonly kind?: "study" | "work";
  readonly assumed?: true;
  readonly children: readonly TickNode[];
};

export type TickFrame = {
  readonly enrolmentId: string;
  readonly words: CurriculumWords;
  readonly materials: Materials;
  readonly today: PlainDay;
  readonly doneOn: ReadonlyMap<string, PlainDay>;
  /** Absent where nothing can be ticked any more. */
  readonly acts?: Pick<StepActions, "markTaskDone" | "unmarkTask">;
};

/** Nested as the source nests them, each with its day once it is done. */
export function TaskList({ nodes, frame }: { nodes: readonly TickNode[]; frame: TickFrame }) {
  return (
    <ul className="ticks">
      {nodes.map((node) => (
        <li key={node.code} id={node.code}>
          <Tick node={node} frame={frame} />
          <MaterialList items={frame.materials.ofItem(node.code)} />
          {node.children.length > 0 && <TaskList nodes={node.children} frame={frame} />}
        </li>
      ))}
    </ul>
  );
}

function Tick({ node, frame }: { node: TickNode; frame: TickFrame }) {
  const t = useTranslations("training.step");
  const item = frame.words.item(node.code);
  const isLeaf = node.children.length === 0 && !node.assumed;
  const doneOn = frame.doneOn.get(node.code);
  return (
    <div className="tick-row">
      {isLeaf ? <Mark kind={doneOn === undefined ? "open" : "done"} /> : <span />}
      <p>
        <Passage text={item.text} /> {node.kind && isLeaf && <Tag>{t(`taskKinds.${node.kind}`)}</Tag>}{" "}
        {node.assumed && <Tag>{t("assumed")}</Tag>}
        <SourceIds item={item} />
        <ItemNote note={item.note} />
      </p>
      {isLeaf && <TickState code={node.code} text={item.text} doneOn={doneOn} frame={frame} />}
    </div>
  );
}

type TickStateProps = { code: string; text: string; doneOn: PlainDay | undefined; frame: TickFrame };

function TickState({ code, text, doneOn, frame }: TickStateProps) {
  const t = useTranslations("training.step");
  const { acts, enrolmentId, today, words } = frame;
  const day = doneOn === undefined ? null : formatDay(doneOn, words.locale, { today });
  return (
    <div className="tick-state">
      {day !== null && <span className="small sub">{t("done", { day })}</span>}
      {acts && (
        <Form action={doneOn === undefined ? acts.markTaskDone : acts.unmarkTask}>
          <HiddenField name="enrolmentId" value={enrolmentId} />
          <HiddenField name="taskCode" value={code} />
          <SubmitButton
            look={doneOn === undefined ? "plain" : "text"}
            size="small"
            aria-label={t(doneOn === undefined ? "markLabel" : "unmarkLabel", { text })}
          >
            {t(doneOn === undefined ? "markDone" : "unmark")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
