import { useTranslations } from "next-intl";
import { addressWith } from "@/lib/kernel/address";
import { ButtonLink, DownloadLink } from "../ui/button";
import { PrintButton } from "../ui/print-button";

/** What takes the page away: paper for everybody, the workbook for those who may take tables, the wall of a room. */
export function PageActions({
  alliance,
  search,
  exports,
  subscribes,
  alerts,
}: {
  alliance: string;
  search: Readonly<Record<string, string>>;
  exports: boolean;
  subscribes: boolean;
  alerts: boolean;
}) {
  const t = useTranslations("dashboards");
  const s = useTranslations("subscriptions");
  const a = useTranslations("alerts");
  return (
    <>
      {exports && (
        <DownloadLink href={addressWith(`/api/exports/dashboards/${alliance}`, search)}>
          {t("exportPage")}
        </DownloadLink>
      )}
      <ButtonLink href={addressWith(`/a/${alliance}/dashboard/exchange`, search)}>
        {t("exchange.title")}
      </ButtonLink>
      <ButtonLink
        href={addressWith(
          `/a/${alliance}/dashboard/pictures`,
          search.asOf ? { asOf: search.asOf } : {},
        )}
      >
        {t("pictures.show")}
      </ButtonLink>
      <ButtonLink href={addressWith(`/a/${alliance}/dashboard/wall`, search)}>
        {t("wall.open")}
      </ButtonLink>
      {subscribes && (
        <ButtonLink
          href={addressWith(`/a/${alliance}/dashboard/subscriptions`, search, { asOf: undefined })}
        >
          {s("open")}
        </ButtonLink>
      )}
      {alerts && (
        <ButtonLink
          href={addressWith(`/a/${alliance}/dashboard/alerts`, search, { asOf: undefined })}
        >
          {a("open")}
        </ButtonLink>
      )}
      <PrintButton>{t("print")}</PrintButton>
    </>
  );
}
