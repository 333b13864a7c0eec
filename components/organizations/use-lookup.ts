"use client";

import { useEffect, useState } from "react";

export type Found = {
  id: string;
  name: string;
  creditCode: string | null;
  alsoKnownAs: string | null;
  member: boolean;
};

export type Lookup = { state: "idle" | "searching" | "done" | "failed"; items: Found[] };

const idle: Lookup = { state: "idle", items: [] };
/** Long enough to type the next letter, short enough not to be noticed. */
const PAUSE_MS = 180;

const isFound = (value: unknown): value is { items: Found[] } =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);

async function fetchFound(address: string, signal: AbortSignal): Promise<Found[]> {
  const answer = await fetch(address, { signal, headers: { accept: "application/json" } });
  const body: unknown = answer.ok ? await answer.json() : undefined;
  if (!isFound(body)) throw new Error(`lookup answered ${answer.status}`);
  return body.items;
}

/** Asks while typing; a later question always wins over an earlier answer. Undefined asks nothing. */
export function useLookup(tenant: string, query: URLSearchParams | undefined): Lookup {
  const [lookup, setLookup] = useState<Lookup>(idle);
  const address = query && `/api/v1/alliances/${tenant}/organizations/lookup?${query}`;
  useEffect(() => {
    if (!address) {
      setLookup(idle);
      return;
    }
    const stop = new AbortController();
    setLookup((before) => ({ state: "searching", items: before.items }));
    const timer = setTimeout(() => {
      fetchFound(address, stop.signal).then(
        (items) => setLookup({ state: "done", items }),
        () => {
          if (!stop.signal.aborted) setLookup({ state: "failed", items: [] });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address]);
  return lookup;
}
