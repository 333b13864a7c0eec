import { env } from "../env";

/** Over TLS the cookies of signing in may not travel without it. */
export const overTls = (): boolean => env().APP_URL.startsWith("https:");

/** `__Host-` binds the cookie to the host over TLS; plain HTTP on a local machine cannot carry it. */
export const sessionCookieName = (): string =>
  overTls() ? "__Host-alliance-session" : "alliance-session";
