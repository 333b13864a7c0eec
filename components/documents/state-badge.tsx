import { useTranslations } from "next-intl";
import type { DocumentState } from "@/lib/features/documents/types";
import { Badge, type BadgeTone } from "../ui/badge";

const tones: Record<DocumentState, BadgeTone> = {
  draft: "attention",
  adopted: "ok",
  superseded: "neutral",
  repealed: "problem",
  withdrawn: "neutral",
};

export function DocumentBadge({ state }: { state: DocumentState }) {
  const t = useTranslations("documents.state");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
