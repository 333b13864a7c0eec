import { useTranslations } from "next-intl";
import { typedOf } from "@/lib/features/reporting/rules/cell";
import type { FindingView, ReportRow } from "@/lib/features/reporting/schema/reports";

const faults = [
  "not-a-number",
  "too-many-decimals",
  "two-parts",
  "unit-unknown",
  "too-large",
  "twice",
  "not-yes-or-no",
  "text-too-long",
  "qualified",
  "formula",
  "not-asked",
  "locked",
  "not-returned",
  "file-not-yours",
  "changed",
] as const;

/** The words of cells: why one was not taken, what a check says, what stands in it. */
export function useCellWords() {
  const t = useTranslations("reporting");
  const words = {
    yes: t("grid.yes"),
    no: t("grid.no"),
    notApplicable: t("grid.notApplicable"),
  };
  return {
    fault: (code: string, by: string | null) =>
      t(`fault.${faults.find((one) => one === code) ?? "unknown"}`, { by: by ?? "" }),
    finding: ({ finding, details }: FindingView) =>
      t(`finding.${finding}`, {
        bound: "",
        whole: "",
        amount: "",
        last: "",
        note: "",
        expression: "",
        ...details,
      }),
    typed: ({ kind, cell }: ReportRow) => (kind ? typedOf(cell, kind, words) : ""),
    past: (row: ReportRow, place: number) => {
      const past = row.before[place];
      if (!past || !row.kind) return "–";
      const shown = { ...past, entered: past.amount, text: null };
      return typedOf(shown, row.kind, words) || "–";
    },
  };
}
