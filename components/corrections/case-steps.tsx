import { useLocale, useTranslations } from "next-intl";
import type { Correction } from "@/lib/features/corrections/schema";
import { formatInstant } from "@/lib/i18n/format";
import { Timeline } from "../ui/timeline";

const endings = {
  applied: "stepApplied",
  refused: "stepRefused",
  withdrawn: "stepWithdrawn",
} as const;

/** Who asked, who agreed, who decided, and when. */
export function CaseSteps({ correction }: { correction: Correction }) {
  const t = useTranslations("corrections");
  const locale = useLocale();
  const at = (text: string) => formatInstant(new Date(text), locale);
  const { state } = correction;
  return (
    <Timeline
      items={[
        { at: at(correction.requestedAt), title: t("stepRequested"), body: correction.requestedBy },
        ...(correction.endorsedAt
          ? [
              {
                at: at(correction.endorsedAt),
                title: t("stepEndorsed"),
                body: correction.endorsedBy,
              },
            ]
          : []),
        ...(correction.decidedAt && state !== "requested" && state !== "endorsed"
          ? [{ at: at(correction.decidedAt), title: t(endings[state]), body: correction.decidedBy }]
          : []),
      ]}
    />
  );
}
