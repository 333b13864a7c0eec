"use client";

import { useTranslations } from "next-intl";
import { cx } from "../ui/cx";
import type { Found } from "./use-lookup";

/** The list under the search box. The focus stays in the box; the box names the active option. */
export function OrganizationOptions({
  id,
  label,
  items,
  active,
  onChoose,
}: {
  id: string;
  label: string;
  items: readonly Found[];
  active: number;
  onChoose: (found: Found) => void;
}) {
  const t = useTranslations("common.picker");
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      hidden={items.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded border border-control bg-surface"
    >
      {items.map((found, place) => (
        <div
          key={found.id}
          id={`${id}-option-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === active}
          // Before the click, or the box would lose the focus and close the list.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(found);
          }}
          className={cx(
            "min-h-11 cursor-pointer border-b border-line px-3 py-1.5 last:border-0 hover:bg-sunken",
            place === active && "bg-accent-soft",
          )}
        >
          <p className="break-words">{found.name}</p>
          <p className="text-sm text-muted">
            {[
              found.member && t("member"),
              found.alsoKnownAs && t("alsoKnownAs", { name: found.alsoKnownAs }),
              found.creditCode,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
      ))}
    </div>
  );
}
