/** The SQL that leads from one schema to another. */
export function diffSql(from: string, to: string): Promise<string>;
export function schemaText(): string;
export function snapshotText(): string;
export const EMPTY_SCHEMA: string;
