import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { PhoneFold } from "../ui/phone-fold";

export type Crumb = { href?: string | undefined; label: ReactNode };

/** The title line of a page: where it is, what it is, its state, what it waits for, what can be done. */
export function PageHeader({
  title,
  breadcrumbs = [],
  badge,
  waitingFor,
  actions,
  more,
  description,
}: {
  title: ReactNode;
  breadcrumbs?: readonly Crumb[];
  badge?: ReactNode;
  waitingFor?: ReactNode;
  actions?: ReactNode;
  /** Actions that a phone shows when they are asked for. */
  more?: ReactNode;
  description?: ReactNode;
}) {
  const t = useTranslations("common");
  const path = breadcrumbs.map((crumb, place) => ({ ...crumb, place }));
  return (
    <header className="mb-4">
      {breadcrumbs.length > 0 && (
        <nav aria-label={t("breadcrumb")} className="mb-1 text-sm text-muted print:hidden">
          <ol className="flex flex-wrap items-center gap-x-1.5">
            {path.map((crumb) => (
              <Fragment key={crumb.place}>
                {crumb.place > 0 && (
                  <li aria-hidden="true" className="text-control">
                    /
                  </li>
                )}
                <li className="min-w-0">
                  {crumb.href ? (
                    <Link href={crumb.href} className="inline-block min-h-6 text-muted">
                      {crumb.label}
                    </Link>
                  ) : (
                    crumb.label
                  )}
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold text-balance break-words">{title}</h1>
            {badge}
          </div>
          {waitingFor && (
            <p className="mt-1 text-sm">
              <span className="text-muted">{t("waitingFor")}</span> {waitingFor}
            </p>
          )}
          {description && <div className="mt-1 max-w-prose text-sm text-muted">{description}</div>}
        </div>
        {(actions || more) && (
          <div className="relative flex flex-wrap gap-2 print:hidden">
            {actions}
            {more && <PhoneFold label={t("moreActions")}>{more}</PhoneFold>}
          </div>
        )}
      </div>
    </header>
  );
}
