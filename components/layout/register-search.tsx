"use client";

import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { barItem } from "./names";

/** To the register of the alliance of this page; outside of an alliance there is none to search. */
export function RegisterSearch() {
  const t = useTranslations("common.shell");
  const { alliance } = useParams();
  if (typeof alliance !== "string") return null;
  return (
    <Link href={`/a/${alliance}/members`} className={barItem} aria-label={t("search")}>
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
      <span className="hidden sm:inline">{t("search")}</span>
    </Link>
  );
}
