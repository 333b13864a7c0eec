import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { addressWith } from "@/lib/kernel/address";

export type Marks = Dashboard["marks"];

/** Corrections behind a number, within it and after it; the way leads to then and now side by side. */
export function CorrectionNotes({
  tenant,
  number,
  marks,
  today,
}: {
  tenant: string;
  number: MetricNumber;
  marks: Marks;
  today: string;
}) {
  const t = useTranslations("dashboards.marks");
  const own = marks.filter(({ code }) => code === number.code);
  const ofKind = (later: boolean) =>
    [...new Set(own.filter((mark) => mark.later === later).map((mark) => mark.number))].sort(
      (a, b) => a - b,
    );
  const href = addressWith(`/a/${tenant}/corrections/as-of`, { metric: number.code, day: today });
  return [false, true].map((later) => {
    const numbers = ofKind(later);
    if (numbers.length === 0) return null;
    const text = t(later ? "later" : "within", { numbers: numbers.join(t("and")) });
    return (
      <Link key={String(later)} className="block" href={href}>
        ※ {text}
      </Link>
    );
  });
}
