"use client";

import { useEffect, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { pressedKey } from "./key-press";

export type KeyEntry = { keys: readonly string[]; label: string };
type KeyGroup = { title: string; entries: readonly KeyEntry[] };

type Props = { groups: readonly KeyGroup[]; words: { title: string; intro: string; close: string; thenWord: string } };

/**
 * Single keys outside of fields. `data-key="v"` on a button, link or field means: pressing V clicks or focuses it
 * (`shift+v`, `g m` and `escape` work too). `data-row` marks the rows that J and K walk through.
 */
export function KeyboardKeys({ groups, words }: Props) {
  const [isListed, setListed] = useState(false);

  useEffect(() => {
    let isAfterG = false;
    const onKey = (event: KeyboardEvent) => {
      const isPressed = pressedKey(event, isAfterG, () => setListed(true));
      isAfterG = !isPressed && !isAfterG && event.key === "g";
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return isListed && <KeysDialog groups={groups} words={words} onClose={() => setListed(false)} />;
}

const showNow = (dialog: HTMLDialogElement | null) => dialog?.showModal();

/** Made when it is asked for: no page carries it unseen. */
function KeysDialog({ groups, words, onClose }: Props & { onClose: () => void }) {
  return (
    <dialog
      data-slot="keyboard-keys"
      ref={showNow}
      onClose={onClose}
      className="keys-dialog"
      aria-labelledby="keys-title"
    >
      <div className="top-row">
        <h2 id="keys-title">{words.title}</h2>
        <form method="dialog">
          <button type="submit" className="btn sm">
            {words.close}
            <Kbd aria-hidden>Esc</Kbd>
          </button>
        </form>
      </div>
      <p className="hint">{words.intro}</p>
      <div className="groups">
        {groups.map(({ title, entries }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {entries.map(({ keys, label }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index > 0 && ` ${words.thenWord} `}
                        <Kbd>{key}</Kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
