"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";

type Props = { next: string | undefined; previous: string | undefined };

const typing = "input, textarea, select, [contenteditable], dialog";

/** J, K, V, R while nothing is being typed and no dialog stands open. */
export function DeskKeys({ next, previous }: Props) {
  const t = useTranslations("verification");
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const focus = (...selectors: string[]) => {
        const found = selectors
          .map((one) => document.querySelector<HTMLElement>(`#desk-decision ${one}`))
          .find((one) => one !== null);
        if (!found) return;
        event.preventDefault();
        found.focus();
      };
      const key = event.key.toLowerCase();
      if (key === "j" && next) router.push(next);
      if (key === "k" && previous) router.push(previous);
      // Where a reason is still owed, to the reason; the browser tells which field lacks it.
      if (key === "v") focus("[name=passOver]:invalid", "button[type=submit]");
      if (key === "r") focus("textarea[name=reason]", "textarea");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [next, previous, router]);
  return <p className="hidden text-sm text-muted lg:block print:hidden">{t("keys")}</p>;
}
