import { useTranslations } from "next-intl";
import type { CertificateState } from "@/lib/features/certificates/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<CertificateState, BadgeTone> = {
  draft: "neutral",
  asked: "attention",
  sealed: "ok",
  withdrawn: "neutral",
};

export function CertificateStateBadge({ state }: { state: CertificateState }) {
  const t = useTranslations("certificates.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
