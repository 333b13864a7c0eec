import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { chooseTheme } from "@/lib/i18n/locale-action";
import { cx } from "../ui/cx";
import { barItem, menuRow } from "./names";

/** What belongs to the reader: account, appearance, and whatever the page adds (administration, signing out). */
export function PersonMenu({
  name,
  theme,
  children,
}: {
  name: string;
  theme: "light" | "dark" | undefined;
  children: ReactNode;
}) {
  const t = useTranslations("common.shell");
  const choices = [
    { value: "system", label: t("themeSystem"), chosen: theme === undefined },
    { value: "light", label: t("themeLight"), chosen: theme === "light" },
    { value: "dark", label: t("themeDark"), chosen: theme === "dark" },
  ];
  return (
    <>
      <button
        type="button"
        popoverTarget="person"
        className={cx(barItem, "max-w-40")}
        aria-label={t("personOf", { name })}
      >
        <svg
          viewBox="0 0 16 16"
          className="size-4 sm:hidden"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <circle cx="8" cy="5" r="3" />
          <path d="M2 14.5c.5-3.5 3-5 6-5s5.5 1.5 6 5" />
        </svg>
        <span className="hidden truncate sm:inline">{name}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <div
        id="person"
        popover="auto"
        className="fixed inset-auto top-13 right-2 m-0 w-60 rounded border border-control bg-surface p-1 text-ink"
      >
        <Link href="/me" className={menuRow}>
          {t("me")}
        </Link>
        {children}
        <form action={chooseTheme} className="mt-1 border-t border-line pt-1">
          <p id="theme" className="px-3 pt-1 text-xs text-muted">
            {t("theme")}
          </p>
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name="theme"
              value={choice.value}
              aria-pressed={choice.chosen}
              className={cx(menuRow, choice.chosen && "font-semibold text-accent")}
            >
              {choice.label}
            </button>
          ))}
        </form>
      </div>
    </>
  );
}
