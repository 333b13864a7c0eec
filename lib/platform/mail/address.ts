import { env } from "../env";

/** A page's address as it stands in a mail. From the configuration alone: the Host header can be forged. */
export const absoluteAddress = (path: string): string => new URL(path, env().APP_URL).href;

/** Without a mail server the outbox keeps what would be sent. */
export const sendsMail = (): boolean => env().SMTP_URL !== undefined;
