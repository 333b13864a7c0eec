import { useTranslations } from "next-intl";
import type { Raising } from "@/lib/features/alerts/schema";
import { Badge } from "../ui/badge";

/** Stands, was seen, or is over. */
export function RaisingState({ raising }: { raising: Raising }) {
  const t = useTranslations("alerts");
  if (raising.closedHow === "over") return <Badge tone="ok">{t("over")}</Badge>;
  if (raising.closedHow === "ended") return <Badge>{t("switchedOff")}</Badge>;
  return raising.seenAt ? (
    <Badge tone="attention">{t("seen")}</Badge>
  ) : (
    <Badge tone="problem">{t("result.raised")}</Badge>
  );
}
