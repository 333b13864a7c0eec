import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { DeskItem } from "@/lib/features/verification/schema/desk";
import { formatCount, formatDay } from "@/lib/i18n/format";

type Props = { tenant: string; item: DeskItem; unit: string };

/** What was reported before, and what else the same paper proves. */
export function Beside({ tenant, item, unit }: Props) {
  const t = useTranslations("verification");
  const locale = useLocale();
  const link = (id: string, title: string) => (
    <Link href={`/a/${tenant}/outcomes/${id}`}>{title}</Link>
  );
  return (
    <div className="flex flex-col gap-4">
      <section>
        <h3 className="font-medium">{t("before")}</h3>
        {item.before.length === 0 ? (
          <p className="text-sm text-muted">{t("noBefore")}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {item.before.map((one) => (
              <li key={one.id}>
                {formatDay(one.occurredOn, locale)} · {formatCount(Number(one.quantity), locale)}{" "}
                {unit} · {link(one.id, one.title)}
              </li>
            ))}
          </ul>
        )}
      </section>
      {item.visits.length > 0 && (
        <section>
          <h3 className="font-medium">{t("visitsAbout")}</h3>
          <ul className="flex flex-col gap-1">
            {item.visits.map((one) => (
              <li key={one.id}>
                {formatDay(one.visitedOn, locale)} · {one.place} · {one.findings}
              </li>
            ))}
          </ul>
        </section>
      )}
      {item.samePaper.length > 0 && (
        <section>
          <h3 className="font-medium">{t("samePaper")}</h3>
          <ul className="flex flex-col gap-1">
            {item.samePaper.map((one) => (
              <li key={one.id}>
                {link(one.id, one.title)}
                <span className="text-sm text-muted">
                  {" "}
                  · {locale === "en" ? one.metricEn : one.metricZh} · {one.organizationName}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
