"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useLive } from "@/components/layout/use-live";
import { heartbeatAction, noteOpenedAction } from "@/lib/features/meetings/actions";

const BEAT_MS = 60_000;

type Props = {
  tenant: string;
  meetingId: string;
  revision: number;
  /** Somebody who was called reads it: the read receipt. */
  reads?: boolean;
  /** Sits online: a sign of life every minute. */
  online?: boolean;
  children: ReactNode;
};

/** Keeps what it holds up to date, and says so when it cannot. */
export function LiveScreen({ tenant, meetingId, revision, reads, online, children }: Props) {
  const t = useTranslations("meetings.screen");
  const connected = useLive(`meetings/${tenant}/${meetingId}`, revision);
  useEffect(() => {
    if (reads) void noteOpenedAction(tenant, { meetingId }).catch(() => undefined);
  }, [reads, tenant, meetingId]);
  useEffect(() => {
    if (!online) return;
    const beat = () => void heartbeatAction(tenant, { meetingId }).catch(() => undefined);
    beat();
    const clock = setInterval(beat, BEAT_MS);
    return () => clearInterval(clock);
  }, [online, tenant, meetingId]);
  return (
    <>
      {!connected && (
        <p
          role="status"
          className="mb-3 rounded border border-attention bg-attention-soft px-3 py-1 text-sm"
        >
          {t("offline")}
        </p>
      )}
      {children}
    </>
  );
}
