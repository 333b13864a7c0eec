import { useTranslations } from "next-intl";
import type { CallState } from "@/lib/features/calls/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Partial<Record<CallState, BadgeTone>> = {
  bidding: "attention",
  notice: "attention",
  accepted: "ok",
  archived: "decided",
  executing: "ok",
  no_bid: "problem",
  failed: "problem",
};

export function CallStateBadge({ state, overdue }: { state: CallState; overdue: boolean }) {
  const t = useTranslations("calls");
  const late = state === "bidding" && overdue;
  return (
    <Badge tone={late ? "neutral" : (tones[state] ?? "neutral")}>
      {late ? t("overdue") : t(`state.${state}`)}
    </Badge>
  );
}
