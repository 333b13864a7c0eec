import { useTranslations } from "next-intl";
import type { ShownState } from "@/lib/features/reporting/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<ShownState, BadgeTone> = {
  not_open: "neutral",
  open: "attention",
  draft: "attention",
  submitted: "decided",
  checking: "decided",
  returned: "problem",
  verified: "ok",
  approved: "ok",
  exempt: "neutral",
  ended: "neutral",
};

/** The state in words, with the marks beside it. */
export function ReportBadge({
  shown,
  late = false,
  nil = false,
}: {
  shown: ShownState;
  late?: boolean;
  nil?: boolean;
}) {
  const t = useTranslations("reporting");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[shown]}>{t(`state.${shown}`)}</Badge>
      {late && <Badge tone="problem">{t("mark.late")}</Badge>}
      {nil && <Badge>{t("mark.nil")}</Badge>}
    </span>
  );
}
