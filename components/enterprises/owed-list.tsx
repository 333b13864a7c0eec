import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/funds/money";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import type { Owed } from "@/lib/features/enterprises/schema";
import type { OwedKind } from "@/lib/features/enterprises/types";
import { formatDay } from "@/lib/i18n/format";
import { isLocale } from "@/lib/i18n/locales";

/** Where a line is dealt with, below the address of the alliance. */
const placeOf: Record<OwedKind, (id: string) => string> = {
  answer_project: (id) => `projects/${id}`,
  supplement_project: (id) => `projects/${id}`,
  promise: (id) => `projects/${id}`,
  call: (id) => `calls/${id}`,
  answer_match: (id) => `talent/demands/${id}`,
  sign_college: (id) => `colleges/${id}`,
  rectify_college: (id) => `colleges/${id}`,
  confirm_demand: (id) => `talent/demands/${id}`,
  confirm_list: () => "calls/lists",
  returned_figure: (id) => `outcomes/${id}`,
  agreement_ends: (id) => `agreements/${id}`,
  seal_certificate: (id) => `certificates/${id}`,
  answer_co_claim: (id) => `outcomes/${id}`,
};

/** These have waited since a day; the others wait until one. */
const waiting: readonly OwedKind[] = [
  "answer_project",
  "supplement_project",
  "call",
  "answer_match",
  "sign_college",
  "returned_figure",
  "seal_certificate",
];

export function OwedList({ base, owed }: { base: string; owed: readonly Owed[] }) {
  const t = useTranslations("enterprises");
  const locale = useLocale();
  if (owed.length === 0) return <EmptyState title={t("owedNone")} hint={t("owedNoneHint")} />;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {owed.map((one) => (
        <li
          key={`${one.kind} ${one.id} ${one.on}`}
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2"
        >
          <span className="font-medium">{t(`owedKind.${one.kind}`)}</span>
          <Link
            href={`${base}/${placeOf[one.kind](one.id)}`}
            className="min-h-6 min-w-0 break-words"
          >
            {one.title}
          </Link>
          {one.amount && <Money yuan={one.amount} />}
          {one.on && isLocale(locale) && (
            <span className="text-sm whitespace-nowrap text-muted">
              {t(waiting.includes(one.kind) ? "since" : "until", {
                day: formatDay(one.on, locale),
              })}
            </span>
          )}
          {one.late && <Badge tone="problem">{t("late")}</Badge>}
        </li>
      ))}
    </ul>
  );
}
