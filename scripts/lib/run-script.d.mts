type Options = {
  args?: readonly string[];
  environment?: Readonly<Record<string, string | undefined>>;
  signal?: AbortSignal;
  show?: boolean;
};

export function execute(
  file: string,
  options?: Options,
): Promise<{ code: number; signal: string | null; output: string; stdout: string }>;
