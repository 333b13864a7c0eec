import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { z } from "zod";
import { currentActor } from "../auth/session";
import { database } from "../db/client";
import { AppError } from "../errors";
import { ask } from "./faces";
import { type Found, findTenant } from "./tenant";
import type { Query } from "./use-case";

type Place = "tenant" | "platform";

/** Every question of a page is about the same alliance. */
const foundAt = cache(
  async (slug: string): Promise<Found> => ({ tenant: await findTenant(database(), slug) }),
);

async function load(query: Query, tenant: string, inputText: string): Promise<unknown> {
  const [actor, found] = await Promise.all([currentActor(), foundAt(tenant)]);
  try {
    return await ask(query, { actor, tenant: tenant || undefined, found }, JSON.parse(inputText));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not-found") notFound();
    if (error.code === "unauthenticated") redirect("/sign-in");
    if (error.code === "forbidden") forbidden();
    // Only the digest of an error reaches the browser; with the code as digest the error page finds its words.
    throw Object.assign(error, { digest: error.code });
  }
}

// React's cache compares arguments by identity, hence the text.
const loadOnce = cache(load);

/**
 * The page face of a query: the caller of this request asks, each question once per request. Not found becomes the
 * not-found page (404), what the reader may not read the page that says so (403), a visitor is sent to sign in.
 */
export function loaderOf<P extends Place, I extends z.ZodObject, O extends z.ZodType>(
  query: Query<P, I, O>,
) {
  return (tenant: string, input: z.input<I>): Promise<z.output<O>> =>
    loadOnce(query, tenant, JSON.stringify(input)) as Promise<z.output<O>>;
}
