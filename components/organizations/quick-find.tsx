"use client";

import Link from "next/link";
import { useParams, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { barItem, navId } from "../layout/names";
import { controlClass } from "../ui/control";
import { cx } from "../ui/cx";
import { useLookup } from "./use-lookup";

type Target = { href: string; name: string; note?: string | undefined };

/** The pages that the reader may open are in the navigation already. */
const pagesNamed = (text: string): Target[] =>
  [...document.querySelectorAll<HTMLAnchorElement>(`#${navId} li a`)].flatMap((link) => {
    const name = link.textContent.trim();
    const href = link.getAttribute("href");
    return href && name.toLowerCase().includes(text.toLowerCase()) ? [{ href, name }] : [];
  });

/** What a word leads to: pages by name, members by name, pinyin or code, and the register for all others. */
function useTargets(slug: string, text: string): Target[] {
  const t = useTranslations("common");
  const word = text.trim();
  const { items } = useLookup(slug, word ? new URLSearchParams({ q: word }) : undefined);
  if (!word) return [];
  return [
    ...pagesNamed(word).map((page) => ({ ...page, note: t("find.page") })),
    ...items.slice(0, 8).map((found) => ({
      href: `/organizations/${found.id}?alliance=${slug}`,
      name: found.name,
      note: [found.member && t("picker.member"), found.alsoKnownAs].filter(Boolean).join(" · "),
    })),
    {
      href: `/a/${slug}/members?q=${encodeURIComponent(word)}`,
      name: t("find.register", { word }),
    },
  ];
}

/** Goes anywhere in the alliance by a word: Ctrl K from every page. Without a script it is the way to the register. */
export function QuickFind() {
  const t = useTranslations("common");
  const { alliance } = useParams();
  const dialog = useRef<HTMLDialogElement>(null);
  const slug = typeof alliance === "string" ? alliance : undefined;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      if (event.isComposing || !dialog.current || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      dialog.current.showModal();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  // Outside of an alliance there is no register to search.
  if (!slug) return null;
  return (
    <>
      <Link
        href={`/a/${slug}/members`}
        className={barItem}
        aria-keyshortcuts="Control+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        <svg
          viewBox="0 0 16 16"
          className="size-4"
          fill="none"
          stroke="currentColor"
          aria-hidden="true"
        >
          <circle cx="7" cy="7" r="4.5" strokeWidth="1.5" />
          <path d="m10.5 10.5 4 4" strokeWidth="1.5" />
        </svg>
        <span className="sr-only sm:not-sr-only">{t("shell.search")}</span>
        <span className="hidden text-muted lg:inline">{t("find.shortcut")}</span>
      </Link>
      <dialog
        ref={dialog}
        aria-label={t("shell.search")}
        className="mx-auto mt-[10dvh] w-[min(36rem,calc(100vw-2rem))] rounded border border-control bg-surface p-3 text-ink backdrop:bg-black/40"
      >
        <Finder slug={slug} close={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function Finder({ slug, close }: { slug: string; close: () => void }) {
  const t = useTranslations("common.find");
  const router = useRouter();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const targets = useTargets(slug, text);
  const at = Math.min(active, Math.max(0, targets.length - 1));
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  const go = (target: Target | undefined) => {
    if (!target) return;
    close();
    type("");
    router.push(target.href);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setActive((at + step + targets.length) % Math.max(1, targets.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(targets[at]);
    }
  };
  return (
    <>
      <input
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        aria-autocomplete="list"
        aria-expanded={targets.length > 0}
        aria-controls="find-list"
        aria-activedescendant={targets[at] && `find-${at}`}
        className={controlClass}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div
        id="find-list"
        role="listbox"
        aria-label={t("label")}
        hidden={targets.length === 0}
        className="mt-2 max-h-[60dvh] overflow-y-auto"
      >
        {targets.map((target, place) => (
          <div
            key={target.href}
            id={`find-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onPointerDown={(event) => {
              event.preventDefault();
              go(target);
            }}
            className={cx(
              "flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded px-3 py-1.5 hover:bg-sunken",
              place === at && "bg-accent-soft",
            )}
          >
            <span className="min-w-0 break-words">{target.name}</span>
            {target.note && <span className="text-sm text-muted">{target.note}</span>}
          </div>
        ))}
      </div>
      <p className="mt-2 text-sm text-muted">{t("keys")}</p>
    </>
  );
}
