import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Visit } from "@/lib/features/verification/schema/visits";
import { formatDay } from "@/lib/i18n/format";

/** Visits, the newest first. */
export function VisitList({ tenant, visits }: { tenant: string; visits: readonly Visit[] }) {
  const t = useTranslations("verification.visit");
  const locale = useLocale();
  return (
    <ol className="flex flex-col">
      {visits.map((visit) => (
        <li key={visit.id} className="border-b border-line py-3 last:border-0">
          <p className="font-medium">
            {formatDay(visit.visitedOn, locale)} · {visit.organizationName}
          </p>
          <p className="text-sm text-muted">
            {visit.place} · {visit.visitors}
          </p>
          <p className="whitespace-pre-line">{visit.findings}</p>
          {visit.records.length > 0 && (
            <p className="text-sm">
              {t("about")}:{" "}
              {visit.records.map((one) => (
                <Link key={one.id} className="mr-3" href={`/a/${tenant}/outcomes/${one.id}`}>
                  {one.title}
                </Link>
              ))}
            </p>
          )}
          {visit.files.map((file) => (
            <a key={file.id} className="mr-3 text-sm" href={`/api/files/${tenant}/${file.id}`}>
              {file.name}
            </a>
          ))}
        </li>
      ))}
    </ol>
  );
}
