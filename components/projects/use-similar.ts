"use client";

import { type RefObject, useEffect, useState } from "react";

export type Similar = {
  id: string;
  title: string;
  code: string | null;
  likelihood: "likely" | "same";
  alliance: { slug: string; name: string } | null;
  joinFor: { id: string; name: string }[];
};

const PAUSE_MS = 500;

const isAnswer = (value: unknown): value is { items: Similar[] } =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);

/** The question that the form can answer by now; undefined while something of it is missing. */
function questionOf(form: HTMLFormElement, ownId: string | undefined): string | undefined {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const partners = [...data.entries()].flatMap(([name, value]) =>
    /^partners\.\d+\.organizationId$/.test(name) && value ? [String(value)] : [],
  );
  const lead = text("leadId") || ownId;
  const [title, startsOn, endsOn] = [text("title"), text("startsOn"), text("endsOn")];
  if (!lead || !title || partners.length === 0 || !startsOn || !endsOn || endsOn < startsOn) {
    return undefined;
  }
  const contractNo = text("contractNo");
  const query = new URLSearchParams({
    title,
    startsOn,
    endsOn,
    ...(contractNo && { contractNo }),
  });
  for (const id of new Set([lead, ...partners])) query.append("organizationIds", id);
  return query.toString();
}

async function fetchSimilar(address: string, signal: AbortSignal): Promise<Similar[]> {
  const answer = await fetch(address, { signal, headers: { accept: "application/json" } });
  const body: unknown = answer.ok ? await answer.json() : undefined;
  return isAnswer(body) ? body.items : [];
}

/** Watches the form around an element and asks, while one types, whether the project is there already. */
export function useSimilar(
  within: RefObject<HTMLElement | null>,
  tenant: string,
  ownId: string | undefined,
): Similar[] {
  const [question, setQuestion] = useState<string>();
  const [found, setFound] = useState<Similar[]>([]);
  useEffect(() => {
    const form = within.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setQuestion(questionOf(form, ownId)), PAUSE_MS);
    };
    look();
    form.addEventListener("input", look);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", look);
    };
  }, [within, ownId]);
  useEffect(() => {
    const stop = new AbortController();
    if (!question) {
      setFound([]);
      return;
    }
    // A question that fails leaves the form as it is: the warning is a help, not a condition.
    fetchSimilar(`/api/v1/alliances/${tenant}/projects/similar?${question}`, stop.signal).then(
      setFound,
      () => undefined,
    );
    return () => stop.abort();
  }, [tenant, question]);
  return found;
}
