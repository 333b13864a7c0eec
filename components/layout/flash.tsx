"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { ToneMark } from "../ui/tone";

/** The last word of a form that has led elsewhere, shown once on the page it led to. Over the page, so nothing moves. */
export function Flash() {
  const t = useTranslations("common");
  const path = usePathname();
  const [shown, setShown] = useState<{ path: string; text: string }>();
  useEffect(() => {
    const text = sessionStorage.getItem("flash");
    if (!text) return;
    sessionStorage.removeItem("flash");
    setShown({ path, text });
  }, [path]);
  return (
    <div
      role="status"
      data-flash={shown?.path === path ? "" : undefined}
      // The strip lets presses through: the buttons below it stay within reach.
      className="pointer-events-none fixed inset-x-0 bottom-4 z-20 flex justify-center px-4 print:hidden"
    >
      {shown?.path === path && (
        <p className="pointer-events-auto flex items-center gap-2 rounded border border-ok bg-ok-soft py-1 pr-1 pl-3">
          <ToneMark tone="ok" />
          {shown.text}
          <Button variant="quiet" onClick={() => setShown(undefined)}>
            {t("close")}
          </Button>
        </p>
      )}
    </div>
  );
}
