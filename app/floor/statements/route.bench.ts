/** What the process asked of the database since it was asked last. Only bench builds have it. */
export const dynamic = "force-dynamic";

export function GET() {
  const { sodateStatements } = globalThis as { sodateStatements?: object[] };
  return Response.json(sodateStatements?.splice(0) ?? []);
}
