import { useTranslations } from "next-intl";
import type { DeskRow } from "@/lib/features/verification/schema/desk";

type Props = {
  row: Pick<DeskRow, "risk" | "size" | "evidenceRequired" | "findings" | "waitingDays">;
};

/** Why a result stands where it stands: what makes its risk, in words. */
export function RiskWords({ row }: Props) {
  const t = useTranslations("verification");
  const noticed = row.findings.filter(({ strength }) => strength !== "info").length;
  const reasons = [
    ...(row.evidenceRequired ? [t("why.evidence")] : []),
    ...(row.size > 1 ? [t("why.size", { size: String(row.size) })] : []),
    ...(noticed > 0 ? [t("why.findings", { count: noticed })] : []),
    ...(row.waitingDays >= 7 ? [t("why.weeks", { days: row.waitingDays })] : []),
  ];
  return (
    <p className="mb-3 text-sm text-muted">
      {[t("risk", { risk: row.risk }), ...reasons].join(" · ")}
    </p>
  );
}
