import { Fragment } from "react";
import { Mark } from "@/components/ui/mark";
import type { RoleGroupCode } from "@/lib/domain/curriculum";
import type { RoleGroupReadiness, TeamReadiness } from "@/lib/domain/readiness";
import { formatName } from "@/lib/platform/format";
import { type GroupNames, type ReadinessWords, readinessWords } from "./readiness-words";

type Named = { name: string; latinName: string };
type Props = {
  readiness: TeamReadiness;
  names: GroupNames;
  /** Who is independent, at most three; absent on the page of the whole organisation. */
  independent?: ReadonlyMap<RoleGroupCode, readonly Named[]> | undefined;
};

/** One sentence, then the seven role groups: who can act alone in ordinary incidents. */
export async function Answer({ readiness, names, independent }: Props) {
  const words = await readinessWords();
  const { without } = readiness;
  return (
    <section className="answer">
      <p className="say">
        <Mark kind={without.length > 0 ? "broken" : "done"} size={20} />
        <Sentence readiness={readiness} names={names} words={words} />
      </p>
      <div className="seven">
        {readiness.roleGroups.map((group) => (
          <Group key={group.roleGroupCode} group={group} names={names} words={words} independent={independent} />
        ))}
      </div>
    </section>
  );
}

function Sentence({
  readiness,
  names,
  words: { t },
}: {
  readiness: TeamReadiness;
  names: GroupNames;
  words: ReadinessWords;
}) {
  const list = (codes: readonly RoleGroupCode[]) => codes.map(names.short).join(t("listJoin"));
  const { without, onePersonOnly } = readiness;
  if (without.length === 0) {
    const key = onePersonOnly.length > 0 ? "allCoveredThin" : "allCovered";
    return <span className="t">{t(key, { groups: list(onePersonOnly), count: onePersonOnly.length })}</span>;
  }
  return (
    <span className="t">
      {t("notCovered", { groups: list(without) })}
      {onePersonOnly.length > 0 && (
        <span className="t2">{t("notCoveredThin", { only: list(onePersonOnly), count: onePersonOnly.length })}</span>
      )}
    </span>
  );
}

type GroupProps = { group: RoleGroupReadiness; names: GroupNames; words: ReadinessWords } & Pick<Props, "independent">;

const LOOKS = { alreadyNone: "short", becomesNone: "thin", noEffect: undefined } as const;
const MARKS = { alreadyNone: "broken", becomesNone: "caution", noEffect: "done" } as const;

function Group({ group, names, words: { t, locale }, independent }: GroupProps) {
  const { roleGroupCode, people, absence } = group;
  const known = independent?.get(roleGroupCode)?.map((person) => formatName(person, locale)) ?? [];
  return (
    <div className={LOOKS[absence]}>
      <p className="g">{locale === "ja" ? breakable(names.full(roleGroupCode)) : names.full(roleGroupCode)}</p>
      <p className="v">
        <b>{people.independent}</b>
        {t("people", { count: people.independent })}
        <Mark kind={MARKS[absence]} />
      </p>
      <p className="p">{whoWords(known, people.independent, t)}</p>
    </div>
  );
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
const segmented = new Map<string, readonly Intl.SegmentData[]>();

/** Of the few names of role groups, each taken apart once. */
function segmentsOf(name: string) {
  const segments = segmented.get(name) ?? [...segmenter.segment(name)];
  segmented.set(name, segments);
  return segments;
}

/** A long compound of katakana breaks between its words, nowhere else. */
const breakable = (name: string) =>
  segmentsOf(name).map(({ segment, index }) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {segment}
    </Fragment>
  ));

function whoWords(known: readonly string[], count: number, t: ReadinessWords["t"]) {
  if (count === 0) return t("nobody");
  if (known.length === 0) return t("independentCount", { count });
  const names = known.join(t("listJoin"));
  if (count === 1) return t("onlyOne", { name: names });
  return count > known.length ? t("andMore", { names, count: count - known.length }) : names;
}
