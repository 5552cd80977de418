import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

type Target = { readonly host: string; readonly port: number };
export type CountingProxy = {
  readonly port: number;
  /** The text of every statement that was sent since the last time this was asked. */
  readonly taken: () => string[];
  readonly close: () => Promise<void>;
};

/** Stands between an app and its PostgreSQL, lets everything through, and reads which statements are sent. */
export async function aCountingProxy(target: Target): Promise<CountingProxy> {
  const sent: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((app) => {
    const database = connect(target);
    const read = statementReader((text) => sent.push(text));
    app.on("data", read).pipe(database).pipe(app);
    for (const end of [app, database]) {
      open.add(end);
      end.on("error", () => [app, database].map((each) => each.destroy()));
      end.on("close", () => open.delete(end));
    }
  });
  const port = await listening(server);
  const close = async () => {
    for (const end of open) end.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port, taken: () => sent.splice(0), close };
}

/** On a port that nobody uses. */
export const listening = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const HEAD = 5;

/**
 * What a client says after its greeting: a letter, a length, and that much. Q asks; P gives a statement a name; B uses it.
 * A statement that is used again is only named.
 */
export function statementReader(tell: (text: string) => void) {
  const named = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let isGreeted = false;

  const hear = (letter: string, body: Buffer) => {
    const [first = "", second = ""] = body.toString().split("\0", 2);
    if (letter === "Q") tell(first);
    if (letter === "P") named.set(first, second);
    if (letter === "B") tell(named.get(second) ?? second);
  };

  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    if (!isGreeted && rest.length >= 4 && rest.length >= rest.readInt32BE(0)) {
      rest = rest.subarray(rest.readInt32BE(0));
      isGreeted = true;
    }
    while (isGreeted && rest.length >= HEAD && rest.length > rest.readInt32BE(1)) {
      const end = 1 + rest.readInt32BE(1);
      hear(String.fromCharCode(rest.readUInt8(0)), rest.subarray(HEAD, end));
      rest = rest.subarray(end);
    }
  };
}
