import { useTranslations } from "next-intl";
import type { ResolutionState } from "@/lib/features/resolutions/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<ResolutionState, BadgeTone> = {
  adopted: "neutral",
  in_force: "ok",
  amended: "ok",
  superseded: "neutral",
  repealed: "neutral",
  expired: "neutral",
  completed: "decided",
};

export function ResolutionStateBadge({
  state,
  underReview,
}: {
  state: ResolutionState;
  underReview: boolean;
}) {
  const t = useTranslations("resolutions");
  return (
    <>
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      {underReview && <Badge tone="attention">{t("underReview")}</Badge>}
    </>
  );
}
