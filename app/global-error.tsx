"use client";

import "./styles/index.css";
import { Failure, languageHere } from "@/components/layout/failure";

/** Even the root layout failed: the page brings its own frame. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang={languageHere()}>
      <body>
        <main className="plain-page">
          <Failure reference={error.digest} retry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
