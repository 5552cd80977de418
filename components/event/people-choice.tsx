import { EmptyState } from "@/components/ui/empty-state";
import type { NamedView } from "@/lib/event/schema";
import { formatName, type Locale } from "@/lib/platform/format";
import { useTranslations } from "@/lib/platform/words";

type Props = {
  people: readonly NamedView[];
  chosen: readonly string[];
  q: string | null;
  locale: Locale;
  /** The rest of what the address asks for. */
  kept: readonly (readonly [name: string, value: string])[];
};

/** Who takes part: a plain form that asks by its address, so that it works with nothing but a browser. */
export function PeopleChoice({ people, chosen, q, locale, kept }: Props) {
  const t = useTranslations("sharedEvents.choose");
  return (
    <form method="get" className="people-choice">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <search className="find-row">
        <label>
          <span className="lab">{t("search")}</span>
          <input type="search" name="q" defaultValue={q ?? ""} maxLength={100} className="in" />
        </label>
        <button type="submit" name="choose" value="yes" className="btn">
          {t("find")}
        </button>
      </search>
      {people.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <>
          <Offered people={people} chosen={chosen} locale={locale} />
          <div className="form-foot">
            <button type="submit" className="btn pri">
              {t("go")}
            </button>
          </div>
        </>
      )}
    </form>
  );
}

function Offered({ people, chosen, locale }: Pick<Props, "people" | "chosen" | "locale">) {
  const t = useTranslations("sharedEvents.choose");
  return (
    <fieldset className="field">
      <legend className="lab">{t("legend")}</legend>
      <p className="hint">{t("hint")}</p>
      <ul className="pick">
        {people.map((person) => (
          <li key={person.id}>
            <input
              type="checkbox"
              id={person.id}
              name="person"
              value={person.id}
              defaultChecked={chosen.includes(person.id)}
              className="box"
            />
            <label htmlFor={person.id} className="t">
              {formatName(person, locale)}
              <span className="g">{locale === "ja" ? person.teamJa : person.teamEn}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
