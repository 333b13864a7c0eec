import { useTranslations } from "next-intl";
import { addressWith } from "@/lib/kernel/address";
import { ButtonLink, DownloadLink } from "../ui/button";
import { PrintButton } from "../ui/print-button";

type Search = Readonly<Record<string, string>>;

/** What takes the page away: paper for everybody, the workbook for those who may take tables. */
export function PageActions({
  alliance,
  search,
  exports,
}: {
  alliance: string;
  search: Search;
  exports: boolean;
}) {
  const t = useTranslations("dashboards");
  return (
    <>
      {exports && (
        <DownloadLink href={addressWith(`/api/exports/dashboards/${alliance}`, search)}>
          {t("exportPage")}
        </DownloadLink>
      )}
      <PrintButton>{t("print")}</PrintButton>
    </>
  );
}

/** The same numbers elsewhere: as a paper, as pictures, on the wall of a room, in the post. */
export function MoreActions({
  alliance,
  search,
  subscribes,
  alerts,
}: {
  alliance: string;
  search: Search;
  subscribes: boolean;
  alerts: boolean;
}) {
  const t = useTranslations("dashboards");
  const s = useTranslations("subscriptions");
  const a = useTranslations("alerts");
  return (
    <>
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
    </>
  );
}
