import "server-only";
import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import { env } from "../env";

export type Outgoing = { dedupeKey: string; recipient: string; subject: string; body: string };

const host = (): string => new URL(env().APP_URL).hostname;

/** The same for every attempt, so that a mail that arrives twice is recognised as one (I-26). */
export const messageIdOf = (dedupeKey: string): string =>
  `<${createHash("sha256").update(dedupeKey).digest("hex").slice(0, 40)}@${host()}>`;

/** Sends one mail and waits for the server's word; all time-outs together stay below the first pause of the outbox. */
export function openTransport(url: string) {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail: Outgoing): Promise<void> => {
      await transport.sendMail({
        from: env().MAIL_FROM ?? `no-reply@${host()}`,
        to: { name: "", address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        messageId: messageIdOf(mail.dedupeKey),
        // Nobody's holiday notice should come back.
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
    close: () => transport.close(),
  };
}

export type MailTransport = ReturnType<typeof openTransport>;
