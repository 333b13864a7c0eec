"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 5000;

/**
 * Ballots do not wake the screens of a whole meeting: five hundred people who vote in a minute would draw five hundred
 * screens each time. Those who look at the turnout ask for it; the close is told to everybody at once.
 */
export function TurnoutRefresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
