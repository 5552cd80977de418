import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Letter = { to: string[]; raw: string; header: (name: string) => string; text: string };

/** Base64 and quoted-printable undone: what a reader would see, all parts one after another. */
function readable(raw: string): string {
  return raw
    .split(/\r\n--/)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const text = body.join("\r\n\r\n");
      if (/transfer-encoding: base64/i.test(head))
        return Buffer.from(text.split("\r\n--")[0] ?? "", "base64").toString("utf8");
      if (!/transfer-encoding: quoted-printable/i.test(head)) return text;
      const joined = text.replace(/=\r\n/g, "");
      return Buffer.from(
        joined.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString("utf8");
    })
    .join("\n");
}

const letterOf = (raw: string, to: string[]): Letter => {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n\s+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  return { to, raw, header, text: readable(raw) };
};

/** A real mail server on loopback that keeps what it gets. */
export async function aMailServer(options: SMTPServerOptions = {}, port = 0) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.onAuth ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push(letterOf(Buffer.concat(chunks).toString("utf8"), to));
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address();
  const at = typeof address === "object" && address ? address.port : port;
  return { letters, port: at, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
