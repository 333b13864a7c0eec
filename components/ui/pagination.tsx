import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/i18n/format";
import { DensitySwitch } from "./density-switch";
import { pageNumbers } from "./page-numbers";

const box =
  "inline-flex min-h-8 min-w-8 items-center justify-center rounded border px-2 text-sm tabular-nums no-underline";

function Step({ to, children }: { to: string | undefined; children: ReactNode }) {
  return to ? (
    <Link href={to} className={`${box} border-line bg-surface text-ink hover:bg-sunken`}>
      {children}
    </Link>
  ) : (
    <span className={`${box} border-line text-muted`}>{children}</span>
  );
}

/** 共 N 条, the pages around the present one, and what else is done with the whole list. */
export function Pagination({
  of: { page, pageSize, total },
  href,
  children,
}: {
  /** The list as its query gave it. */
  of: { page: number; pageSize: number; total: number };
  href: (page: number) => string;
  children?: ReactNode;
}) {
  const t = useTranslations("common.paging");
  const locale = useLocale();
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav
      aria-label={t("label")}
      className="flex flex-wrap items-center justify-between gap-2 py-3 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <p className="text-muted tabular-nums">
          {t("total", { count: total, total: formatCount(total, locale) })}
        </p>
        {total > 0 && <DensitySwitch />}
        {total > 0 && children}
      </div>
      {last > 1 && (
        <ul className="flex flex-wrap items-center gap-1 print:hidden">
          <li>
            <Step to={page > 1 ? href(page - 1) : undefined}>{t("previous")}</Step>
          </li>
          {pageNumbers(page, last).map((number) => (
            <li key={number} className={number < 0 ? "px-1 text-muted" : undefined}>
              {number < 0 ? (
                "…"
              ) : number === page ? (
                <span
                  aria-current="page"
                  className={`${box} border-accent font-semibold text-accent`}
                >
                  <span className="sr-only">{t("page", { page: number })}</span>
                  <span aria-hidden="true">{number}</span>
                </span>
              ) : (
                <Link
                  href={href(number)}
                  aria-label={t("page", { page: number })}
                  className={`${box} border-line bg-surface text-ink hover:bg-sunken`}
                >
                  {number}
                </Link>
              )}
            </li>
          ))}
          <li>
            <Step to={page < last ? href(page + 1) : undefined}>{t("next")}</Step>
          </li>
        </ul>
      )}
    </nav>
  );
}
