import { useTranslations } from "next-intl";
import type { IndicatorSetState } from "@/lib/features/indicators/types";
import { Badge } from "../ui/badge";

const tones = { draft: "attention", in_force: "ok", superseded: "neutral" } as const;

export function SetBadge({ state }: { state: IndicatorSetState }) {
  const t = useTranslations("indicators.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
