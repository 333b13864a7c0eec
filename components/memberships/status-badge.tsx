import { useTranslations } from "next-intl";
import type { MembershipStatus } from "@/lib/features/memberships/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<MembershipStatus, BadgeTone> = {
  pending: "neutral",
  active: "ok",
  suspended: "problem",
  notice: "attention",
  ended: "neutral",
};

export function StatusBadge({ status }: { status: MembershipStatus }) {
  const t = useTranslations("memberships.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
