"use client";

import { useTranslations } from "next-intl";
import { useLive } from "@/components/layout/use-live";

type Props = { tenant: string; electionId: string; revision: number };

/** Keeps the page of an election up to date while it is open, and says so when it cannot. */
export function LiveElection({ tenant, electionId, revision }: Props) {
  const t = useTranslations("elections");
  const connected = useLive(`elections/${tenant}/${electionId}`, revision);
  if (connected) return null;
  return (
    <p
      role="status"
      className="mb-3 rounded border border-attention bg-attention-soft px-3 py-1 text-sm"
    >
      {t("offline")}
    </p>
  );
}
