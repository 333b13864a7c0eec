import { useTranslations } from "next-intl";
import type { FindingView } from "@/lib/features/verification/schema/desk";
import type { FindingStrength } from "@/lib/features/verification/types";
import { Badge, type BadgeTone } from "../ui/badge";
import { findingParts } from "./finding-parts";

const tones: Record<FindingStrength, BadgeTone> = {
  block: "problem",
  reason: "attention",
  info: "neutral",
};

type Props = { findings: readonly FindingView[] };

/** What the machine noticed: how much it weighs, and in words what it is. */
export function FindingList({ findings }: Props) {
  const t = useTranslations("verification");
  if (findings.length === 0) return <p className="text-sm text-muted">{t("noFindings")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {findings.map(({ kind, strength, details }) => (
        <li key={kind} className="flex flex-wrap items-baseline gap-2">
          <Badge tone={tones[strength]}>{t(`strength.${strength}`)}</Badge>
          <span>{t(`finding.${kind}`, findingParts(details))}</span>
        </li>
      ))}
    </ul>
  );
}
