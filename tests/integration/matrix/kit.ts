import type { Actor } from "@/lib/platform/auth/actor";
import type { Tx } from "@/lib/platform/db/transaction";
import type { Input } from "../rest/call";
import type { Home } from "./home";

/** Where the objects come from: fresh ones of a home, belonging to one of its organizations; `caller` may be a visitor. */
export type Site = { db: Tx; home: Home; organizationId: string; caller: Actor };

export type Fixture = {
  /** An input that nothing is wrong with, about objects made for this call. */
  input: (site: Site) => Promise<Input> | Input;
  /** Keys that name objects of the alliance: each is tried with a foreign and with a missing one. */
  ids?: readonly string[];
  /** The record is the caller's own, whatever the organization; "other" is then somebody else's. */
  personal?: true;
};

export const none: Fixture = { input: () => ({}) };

/** About one object that is made afresh. */
export const about = (
  key: string,
  make: (site: Site) => Promise<{ id: string; version?: number }>,
  more: Input = {},
): Fixture => ({
  ids: [key],
  input: async (site) => {
    const { id, version } = await make(site);
    return { [key]: id, ...more, ...(more.version !== undefined && { version }) };
  },
});

export const versioned = { version: 1 };
