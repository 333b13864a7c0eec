import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "../db/client";
import { type Actor, anonymous } from "./actor";
import { findActorBySession } from "./actors";
import { addressOf } from "./caller";
import { sessionCookieName } from "./cookie";
import { hashSecret } from "./secret";

export { sessionCookieName };

/** Who is asking in this request; read once per request, never from the token's content. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token || token.length > 200) return anonymous;
  return (await findActorBySession(database(), hashSecret(token))) ?? anonymous;
});

/** Where this request comes from, for limits. */
export const currentAddress = async (): Promise<string> => addressOf(await headers());
