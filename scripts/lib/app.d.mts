type Starting = {
  command?: "start" | "dev";
  host: string;
  port: number;
  environment: NodeJS.ProcessEnv;
  signal?: AbortSignal;
};

export function startApp(starting: Starting): Promise<{ ended: Promise<unknown>; stop: () => Promise<void> }>;
