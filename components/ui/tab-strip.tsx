"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Tabs in one line; where they are wider than the page, the one that is open is brought into sight. */
export function TabStrip({
  label,
  current,
  children,
}: {
  label: string | undefined;
  current: string | undefined;
  children: ReactNode;
}) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const chosen = strip.current?.querySelector(`[href="${CSS.escape(current ?? "")}"]`);
    if (!strip.current || !chosen) return;
    const [frame, tab] = [strip.current, chosen].map((one) => one.getBoundingClientRect());
    if (!frame || !tab || (tab.left >= frame.left && tab.right <= frame.right)) return;
    strip.current.scrollLeft += tab.left - frame.left - (frame.width - tab.width) / 2;
  }, [current]);
  return (
    <nav
      ref={strip}
      aria-label={label}
      className="overflow-x-auto border-b border-line print:hidden"
    >
      {children}
    </nav>
  );
}
