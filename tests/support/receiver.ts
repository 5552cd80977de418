import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Received = { url: string; headers: IncomingMessage["headers"]; body: string };
type Answer = (response: ServerResponse, received: Received, time: number) => void;

const ok: Answer = (response) => response.writeHead(200).end("ok");

/** A real HTTP server on loopback that keeps what it gets, and answers as it is told. */
export async function aReceiver(at = 0) {
  const received: Received[] = [];
  let answer = ok;
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const one = { url: request.url ?? "", headers: request.headers, body };
      received.push(one);
      answer(response, one, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const answers = (next: Answer) => {
    answer = next;
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { received, url: `http://127.0.0.1:${port}`, port, answers, close };
}
