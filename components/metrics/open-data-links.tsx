import { useTranslations } from "next-intl";

/** What the alliance has published, to take away: for a spreadsheet and for a program. */
export function OpenDataLinks({ slug }: { slug: string }) {
  const t = useTranslations("metrics.openData");
  return (
    <p className="text-sm">
      {t("title")}
      <a className="ml-2" href={`/api/exports/open-data/${slug}`} aria-label={t("csv")}>
        {t("asCsv")}
      </a>
      <a className="ml-2" href={`/api/v1/alliances/${slug}/open-data`} aria-label={t("json")}>
        {t("asJson")}
      </a>
    </p>
  );
}
