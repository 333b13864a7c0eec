"use client";

import Link from "next/link";
import { useParams, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { barItem } from "../layout/names";
import { controlClass } from "../ui/control";
import { cx } from "../ui/cx";
import { allianceNamed } from "./alliance-named";
import { type PlatformPage, type Target, useTargets } from "./find-targets";

type Props = { signedIn: boolean; pages: readonly PlatformPage[] };

/**
 * Goes anywhere by a word: Ctrl K from every page of an alliance, and for who is signed in from every other page too.
 * Without a script it is the way to the register, or to the list of alliances.
 */
export function QuickFind({ signedIn, pages }: Props) {
  const t = useTranslations("common");
  const { alliance } = useParams();
  const dialog = useRef<HTMLDialogElement>(null);
  const slug = typeof alliance === "string" ? alliance : undefined;
  // The page of an organization names in its address in which alliance it is read.
  const [named, setNamed] = useState<string>();
  const open = useCallback(() => {
    setNamed(allianceNamed(window.location.search));
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      if (event.isComposing || !dialog.current || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [open]);
  // A visitor outside of an alliance has the list of alliances before his eyes, and nothing else to find.
  if (!slug && !signedIn) return null;
  return (
    <>
      <Link
        href={slug ? `/a/${slug}/members` : "/"}
        className={barItem}
        aria-keyshortcuts="Control+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open();
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
        <Finder
          place={{ slug: slug ?? named, inside: slug !== undefined, pages }}
          close={() => dialog.current?.close()}
        />
      </dialog>
    </>
  );
}

type FinderProps = { place: Parameters<typeof useTargets>[0]; close: () => void };

function Finder({ place, close }: FinderProps) {
  const t = useTranslations("common.find");
  const router = useRouter();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const targets = useTargets(place, text);
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
        aria-label={t(place.inside ? "label" : "labelAnywhere")}
        placeholder={t(place.inside ? "placeholder" : "placeholderAnywhere")}
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
        aria-label={t(place.inside ? "label" : "labelAnywhere")}
        hidden={targets.length === 0}
        className="mt-2 max-h-[60dvh] overflow-y-auto"
      >
        {targets.map((target, index) => (
          <div
            key={target.href}
            id={`find-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              go(target);
            }}
            className={cx(
              "flex min-h-11 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded px-3 py-1.5 hover:bg-sunken",
              index === at && "bg-accent-soft",
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
