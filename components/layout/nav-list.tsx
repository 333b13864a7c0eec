"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "../ui/cx";

export type NavGroup = { label: string; items: readonly { href: string; label: string }[] };

/** On a phone the list is an open popover: a link followed closes it. */
const closeAround = (link: Element) => {
  const around = link.closest<HTMLElement>("[popover]");
  if (around?.matches(":popover-open")) around.hidePopover();
};

/** The nouns of a place, with the present one marked. */
export function NavList({ groups }: { groups: readonly NavGroup[] }) {
  const path = usePathname();
  const isCurrent = (href: string) => path === href || path.startsWith(`${href}/`);
  return (
    <div className="flex flex-col gap-3 md:gap-2">
      {groups.map((group) => (
        <div key={group.label}>
          <p className="pr-3 pb-0.5 pl-[15px] text-xs text-muted">{group.label}</p>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  // Pages are made for their reader when they are opened: to fetch ahead brings nothing but requests.
                  prefetch={false}
                  aria-current={isCurrent(item.href) ? "page" : undefined}
                  onClick={(event) => closeAround(event.currentTarget)}
                  className={cx(
                    "flex min-h-9 items-center rounded border-l-3 px-3 text-sm no-underline md:min-h-7",
                    isCurrent(item.href)
                      ? "border-accent bg-accent-soft font-semibold text-accent"
                      : "border-transparent text-ink hover:bg-sunken",
                  )}
                >
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
