"use client";

import { useTranslations } from "next-intl";
import { noteDeliveredAction } from "@/lib/features/meetings/actions";
import { Step } from "./step";

/** Somebody was told by telephone or by hand. */
export function ToldForm({
  tenant,
  meetingId,
  seatId,
}: {
  tenant: string;
  meetingId: string;
  seatId: string;
}) {
  const t = useTranslations("meetings.called");
  return (
    <Step
      action={noteDeliveredAction}
      tenant={tenant}
      hidden={{ meetingId, seatId }}
      label={t("told")}
      variant="quiet"
    />
  );
}
