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
      const focus = (selector: string) => {
        const found = document.querySelector<HTMLElement>(`#desk-decision ${selector}`);
        if (!found) return;
        event.preventDefault();
        found.focus();
      };
      const key = event.key.toLowerCase();
      if (key === "j" && next) router.push(next);
      if (key === "k" && previous) router.push(previous);
      if (key === "v") focus("button[type=submit]");
      if (key === "r") focus("textarea");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [next, previous, router]);
  return <p className="hidden text-sm text-muted lg:block print:hidden">{t("keys")}</p>;
}
