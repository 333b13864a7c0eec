import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { navId } from "./frame";

export const barItem =
  "inline-flex min-h-9 items-center gap-1.5 rounded px-2.5 text-sm whitespace-nowrap text-ink no-underline hover:bg-sunken";

/** The banner of every page: the way home on the left, what belongs to the reader on the right. */
export function TopBar({ menu, children }: { menu?: boolean; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-13 max-w-[100rem] items-center gap-1 px-2 md:px-4">
        {menu && (
          <button
            type="button"
            popoverTarget={navId}
            className={`${barItem} md:hidden`}
            aria-label={t("shell.menu")}
          >
            <span aria-hidden="true">☰</span>
          </button>
        )}
        <Link href="/" className={`${barItem} font-semibold`}>
          {t("product")}
        </Link>
        <div className="ml-auto flex items-center gap-1">{children}</div>
      </div>
    </header>
  );
}
