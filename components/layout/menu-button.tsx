"use client";

import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { barItem, navId } from "./names";

/** Opens the navigation on a phone; pages outside of an alliance have none. */
export function MenuButton() {
  const t = useTranslations("common.shell");
  const { alliance } = useParams();
  if (typeof alliance !== "string") return null;
  return (
    <button
      type="button"
      popoverTarget={navId}
      className={`${barItem} md:hidden`}
      aria-label={t("menu")}
    >
      <span aria-hidden="true">☰</span>
    </button>
  );
}
