import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { barItem } from "./names";

/** The banner of every page: the way home on the left, what belongs to the reader on the right. */
export function TopBar({ menu, children }: { menu?: ReactNode; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-13 max-w-[100rem] items-center gap-1 px-2 md:px-4">
        {menu}
        <Link href="/" className={`${barItem} min-w-0 font-semibold`}>
          <span className="truncate">{t("product")}</span>
        </Link>
        <div className="ml-auto flex items-center gap-1">{children}</div>
      </div>
    </header>
  );
}
