"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { navId } from "../layout/names";
import { allianceToSearch } from "./alliance-named";
import { useLookup } from "./use-lookup";

export type Target = { href: string; name: string; note?: string | undefined };
/** A page that belongs to no alliance. */
export type PlatformPage = { href: string; name: string };
type Alliance = { slug: string; name: string; names: (string | null)[]; mine: boolean };

/** So many registers are offered to who belongs to several alliances and is in none of them. */
const MOST_REGISTERS = 6;

const has = (name: string | null, word: string): boolean =>
  name?.toLowerCase().includes(word.toLowerCase()) === true;

/** The pages of an alliance that the reader may open are in the navigation already. */
const pagesNamed = (word: string): PlatformPage[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(`#${navId} li a`)].flatMap((link) => {
    const name = link.textContent.trim();
    const href = link.getAttribute("href");
    return href && has(name, word) ? [{ href, name }] : [];
  });

type Row = {
  slug: string;
  name: string;
  nameEn: string | null;
  shortName: string | null;
  mine: boolean;
};
const isAnswer = (value: unknown): value is { items: Row[] } =>
  typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items);

/** The alliances that the reader may know of, asked for once, when they are first needed. */
function useAlliances(wanted: boolean): Alliance[] {
  const [alliances, setAlliances] = useState<Alliance[]>();
  const asked = wanted && alliances === undefined;
  useEffect(() => {
    if (!asked) return;
    const stop = new AbortController();
    fetch("/api/v1/alliances?pageSize=100", { signal: stop.signal })
      .then(async (answer): Promise<unknown> => (answer.ok ? answer.json() : undefined))
      .then((body) => {
        const items = isAnswer(body) ? body.items : [];
        setAlliances(
          items.map(({ slug, name, nameEn, shortName, mine }) => ({
            slug,
            name,
            names: [name, nameEn, shortName],
            mine,
          })),
        );
      })
      // Without an answer the pages are still found; the next word asks again.
      .catch(() => undefined);
    return () => stop.abort();
  }, [asked]);
  return alliances ?? [];
}

type Place = {
  /** The alliance of the page; outside of one, the one that its address names. */
  slug: string | undefined;
  inside: boolean;
  pages: readonly PlatformPage[];
};

/**
 * What a word leads to: pages by name, members by name, pinyin or code, and the register for all others. Outside of an
 * alliance also alliances by name; members are looked for in the one that the reader belongs to, and whoever belongs to
 * several chooses the register.
 */
export function useTargets({ slug, inside, pages }: Place, text: string): Target[] {
  const t = useTranslations("common");
  const word = text.trim();
  const alliances = useAlliances(!inside && word !== "");
  const own = alliances.filter(({ mine }) => mine);
  const where = allianceToSearch({ slug, inside }, alliances);
  const query = word && where ? new URLSearchParams({ q: word }) : undefined;
  const { items } = useLookup(where ?? "", query);
  if (!word) return [];
  const register = (one: string) => `/a/${one}/members?q=${encodeURIComponent(word)}`;
  return [
    ...[...pagesNamed(word), ...pages.filter(({ name }) => has(name, word))].map((page) => ({
      ...page,
      note: t("find.page"),
    })),
    ...alliances
      .filter(({ names }) => !inside && names.some((name) => has(name, word)))
      .slice(0, 8)
      .map((one) => ({
        href: one.mine ? `/a/${one.slug}/home` : `/a/${one.slug}`,
        name: one.name,
        note: t("find.alliance"),
      })),
    ...items.slice(0, 8).map((found) => ({
      href: `/organizations/${found.id}?alliance=${where}`,
      name: found.name,
      note: [found.member && t("picker.member"), found.alsoKnownAs].filter(Boolean).join(" · "),
    })),
    ...(where
      ? [{ href: register(where), name: t("find.register", { word }) }]
      : own.slice(0, MOST_REGISTERS).map((one) => ({
          href: register(one.slug),
          name: t("find.registerOf", { word, alliance: one.name }),
        }))),
  ];
}
