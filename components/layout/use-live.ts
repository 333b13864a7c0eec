"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

/** Several changes at once are one reading of the page. */
const SETTLE_MS = 250;
/** Without the line, and for what only time changes: presence that became unclear. */
const LOOK_MS = 60_000;

/**
 * Reads the page again whenever its subject has a newer revision than the one it shows. The browser itself reconnects
 * the line.
 * @param subject behind /api/live/, as "meetings/{alliance}/{meeting}"
 * @returns whether the line stands
 */
export function useLive(subject: string, revision: number): boolean {
  const router = useRouter();
  const shown = useRef(revision);
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    shown.current = revision;
  }, [revision]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SETTLE_MS);
    };
    const line = new EventSource(`/api/live/${subject}`);
    line.addEventListener("open", () => setConnected(true));
    line.addEventListener("error", () => setConnected(false));
    line.addEventListener("revision", (event) => {
      if (Number(event.data) > shown.current) look();
    });
    const clock = setInterval(() => router.refresh(), LOOK_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(clock);
      line.close();
    };
  }, [subject, router]);
  return connected;
}
