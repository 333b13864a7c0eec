import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "@/lib/features/outcomes/schema/records";
import { formatDay } from "@/lib/i18n/format";
import { Notice } from "../ui/notice";

/** The paper was withdrawn or has expired: the value stays, and it is told. */
export function EvidenceGone({ gone }: { gone: Outcome["evidenceGone"] }) {
  const t = useTranslations("outcomes");
  const locale = useLocale();
  if (!gone) return null;
  const title = t("evidenceGone", { kind: gone.kind, day: formatDay(gone.endsOn, locale) });
  return (
    <Notice tone="attention" title={title}>
      {gone.reason}
    </Notice>
  );
}
