import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { TabStrip } from "./tab-strip";

export type TabLink = { href: string; label: ReactNode; current?: boolean };

/** Views of one record, each with its own address: links, not a widget. */
export function TabLinks({ items, label }: { items: readonly TabLink[]; label?: string }) {
  return (
    <TabStrip label={label} current={items.find((item) => item.current)?.href}>
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={item.current ? "page" : undefined}
              className={cx(
                "-mb-px block border-b-2 px-3 py-2 text-sm whitespace-nowrap no-underline",
                item.current
                  ? "border-accent font-semibold text-accent"
                  : "border-transparent text-muted hover:text-ink",
              )}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </TabStrip>
  );
}
