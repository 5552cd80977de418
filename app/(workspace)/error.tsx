"use client";

import { Failure } from "@/components/layout/failure";

export default function WorkspaceError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Failure reference={error.digest} retry={reset} />;
}
