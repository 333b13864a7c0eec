"use client";

import { type RefObject, useEffect } from "react";

/** Asks before a page is left with something typed and not submitted: closing, reloading, and links inside. */
export function useLeaveGuard(dirty: RefObject<boolean>, question: string) {
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const elsewhere =
        link instanceof HTMLAnchorElement &&
        link.target !== "_blank" &&
        !link.getAttribute("href")?.startsWith("#") &&
        !link.hasAttribute("download");
      const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.button);
      if (!dirty.current || !elsewhere || !plain) return;
      if (window.confirm(question)) {
        dirty.current = false;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    // In the capturing phase, before the link's own handler navigates.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [dirty, question]);
}
