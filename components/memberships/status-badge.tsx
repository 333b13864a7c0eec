import { useTranslations } from "next-intl";
import type { MembershipStatus } from "@/lib/features/memberships/types";
import { Badge, type BadgeTone } from "../ui/badge";

export const statusTones: Record<MembershipStatus, BadgeTone> = {
  pending: "neutral",
  active: "ok",
  suspended: "problem",
  notice: "attention",
  ended: "neutral",
};

export function StatusBadge({ status }: { status: MembershipStatus }) {
  const t = useTranslations("memberships.status");
  return <Badge tone={statusTones[status]}>{t(status)}</Badge>;
}
