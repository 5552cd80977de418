"use client";

import { Failure } from "@/components/layout/failure";

export default function PublicError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="plain-page">
      <Failure reference={error.digest} retry={reset} />
    </main>
  );
}
