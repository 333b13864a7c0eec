import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "../db/client";
import { env } from "../env";
import { type Actor, anonymous } from "./actor";
import { findActorBySession } from "./actors";
import { hashSecret } from "./secret";

/** `__Host-` binds the cookie to the host over TLS; plain HTTP on a local machine cannot carry it. */
export const sessionCookieName = (): string =>
  env().APP_URL.startsWith("https:") ? "__Host-alliance-session" : "alliance-session";

/** Who is asking in this request; read once per request, never from the token's content. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token || token.length > 200) return anonymous;
  return (await findActorBySession(database(), hashSecret(token))) ?? anonymous;
});
