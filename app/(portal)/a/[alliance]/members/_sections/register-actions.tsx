import { useTranslations } from "next-intl";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import type { Action } from "@/lib/features/access/policy";
import { addressWith } from "@/lib/kernel/address";

/** What can be done with the register; what the reader may not do is not offered. */
export function RegisterActions({
  slug,
  filters,
  exports,
  may,
}: {
  slug: string;
  filters: Readonly<Record<string, string>>;
  exports: boolean;
  may: (action: Action) => boolean;
}) {
  const t = useTranslations("memberships.register");
  const base = `/a/${slug}/members`;
  const whole = { page: undefined, pageSize: undefined };
  return (
    <>
      <ButtonLink href={addressWith(`${base}/composition`, {}, { asOf: filters.asOf })}>
        {t("composition")}
      </ButtonLink>
      {exports && (
        // A plain link: the router must not fetch a file in advance.
        <DownloadLink href={addressWith(`/api/exports/members/${slug}`, filters, whole)} download>
          {t("export")}
        </DownloadLink>
      )}
      {may("organization.answer_change") && (
        <ButtonLink href={`${base}/changes`}>{t("changes")}</ButtonLink>
      )}
      {may("organization.propose_merge") && (
        <ButtonLink href={`${base}/merge`}>{t("merge")}</ButtonLink>
      )}
      {may("import.upload_preview") && (
        <ButtonLink href={`${base}/import`}>{t("import")}</ButtonLink>
      )}
      {may("organization.create") && (
        <ButtonLink href={`${base}/new`} variant="primary">
          {t("add")}
        </ButtonLink>
      )}
    </>
  );
}
