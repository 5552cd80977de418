import "server-only";
import { createTransport } from "nodemailer";

export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly userName: string | null;
  readonly password: string | null;
  readonly fromAddress: string;
};
export type Mail = {
  readonly to: string;
  /** The same over all tries. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: { readonly filename: string; readonly content: string }[];
};
export type MailFailure = "Unreachable" | "TimedOut" | "SignInRefused" | "RecipientRefused" | "MailRefused";
export type Mailed =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: MailFailure; readonly isFinal: boolean };

const WAIT_MS = 10_000;

/** One mail over a connection of its own: with a few mails a minute nothing is gained by keeping one. */
export async function sendMail(server: MailServer, mail: Mail): Promise<Mailed> {
  const { host, port, security, userName, password, fromAddress } = server;
  const transport = createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(userName !== null && { auth: { user: userName, pass: password ?? "" } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    dnsTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { to, ...content } = mail;
    const auto = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
    await transport.sendMail({
      ...content,
      from: { name: "Sodate", address: fromAddress },
      to: { name: "", address: to },
      headers: auto,
    });
    return { ok: true };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown };

/** 5xx says never, 4xx says later; who is refused at the sign-in waits for somebody to mend the settings. */
function failureOf(error: unknown): Mailed {
  const { code, responseCode } = (error ?? {}) as SmtpError;
  const isFinal = typeof responseCode === "number" && responseCode >= 500;
  if (code === "EAUTH") return { ok: false, failure: "SignInRefused", isFinal: false };
  if (code === "EENVELOPE") return { ok: false, failure: "RecipientRefused", isFinal };
  if (code === "ETIMEDOUT") return { ok: false, failure: "TimedOut", isFinal: false };
  return responseCode === undefined
    ? { ok: false, failure: "Unreachable", isFinal: false }
    : { ok: false, failure: "MailRefused", isFinal };
}
