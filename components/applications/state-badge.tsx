import { useTranslations } from "next-intl";
import type { ApplicationState } from "@/lib/features/applications/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<ApplicationState, BadgeTone> = {
  submitted: "attention",
  checking: "attention",
  supplement: "neutral",
  recommended: "neutral",
  on_agenda: "attention",
  public_notice: "attention",
  admitted: "decided",
  declined: "neutral",
  withdrawn: "neutral",
  lapsed: "neutral",
};

export function ApplicationStateBadge({ state }: { state: ApplicationState }) {
  const t = useTranslations("applications.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
