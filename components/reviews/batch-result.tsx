"use client";

import { useForm } from "@/components/form/form-context";

type Props = {
  title: string;
  /** For a record that is no longer on the page. */
  gone: string;
  titles: Readonly<Record<string, string>>;
  /** Why, by refusal code. */
  reasons: Readonly<Record<string, string>>;
};

/** Each record that could not be verified, with its reason. `refused` reads `<id> <code>`, one a line. */
export function BatchResult({ title, gone, titles, reasons }: Props) {
  const { state } = useForm();
  const refused = (state.status === "done" && state.result?.refused) || "";
  if (refused === "") return null;
  return (
    <div className="q-failed" role="status">
      <p className="b">{title}</p>
      <ul>
        {refused.split("\n").map((line) => {
          const [id = "", code = ""] = line.split(" ");
          return (
            <li key={id}>
              {titles[id] ?? gone}: {reasons[code] ?? code}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
