import { useTranslations } from "next-intl";
import { auditActions } from "@/lib/features/audit/types/actions";
import { subjectTypes } from "@/lib/features/audit/types/subjects";

/** Words for what stands in a chain. An entry is kept for ever, so one of an older release may have none: its code. */
export function useAuditWords() {
  const t = useTranslations("audit");
  return {
    action: (code: string): string => {
      const known = auditActions.find((action) => action === code);
      return known ? t(`action.${known}`) : code;
    },
    subject: (code: string): string => {
      const known = subjectTypes.find((type) => type === code);
      return known ? t(`subject.${known}`) : code;
    },
  };
}
