import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AddressChanges } from "../ui/data-table";
import { choosable, insideOnly, type RegisterColumn, toggled } from "./register-columns";

/** Which columns: links, so that the choice is part of the address. */
export function ViewChoice({
  chosen,
  internal,
  href,
}: {
  chosen: readonly RegisterColumn[];
  internal: boolean;
  href: (changes: AddressChanges) => string;
}) {
  const t = useTranslations("memberships");
  const offered = choosable.filter((column) => internal || !insideOnly.includes(column));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm print:hidden">
      <details className="relative">
        <summary className="inline-flex min-h-8 cursor-pointer items-center rounded px-2 text-accent hover:bg-sunken">
          {t("register.columns")}
        </summary>
        <ul className="absolute right-0 z-20 w-48 rounded border border-control bg-surface p-1">
          {offered.map((column) => (
            <li key={column}>
              <Link
                href={href({ columns: toggled(chosen, column) })}
                scroll={false}
                aria-current={chosen.includes(column) ? "true" : undefined}
                className="flex min-h-8 items-center gap-2 rounded px-2 text-ink no-underline hover:bg-sunken"
              >
                <span aria-hidden="true" className="w-4 text-accent">
                  {chosen.includes(column) && "✓"}
                </span>
                {t(`column.${column}`)}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
