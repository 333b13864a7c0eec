import { useTranslations } from "next-intl";
import { ButtonLink, DownloadLink } from "@/components/ui/button";
import type { Action } from "@/lib/features/access/policy";
import { addressWith } from "@/lib/kernel/address";

type Props = {
  slug: string;
  filters: Readonly<Record<string, string>>;
  exports: boolean;
  may: (action: Action) => boolean;
};

/** What is done with the register every week; what the reader may not do is not offered. */
export function RegisterActions({ slug, may }: Pick<Props, "slug" | "may">) {
  const t = useTranslations("memberships.register");
  return (
    may("organization.create") && (
      <ButtonLink href={`/a/${slug}/members/new`} variant="primary">
        {t("add")}
      </ButtonLink>
    )
  );
}

/** The register in other ways, and what is done with it now and then. */
export function MoreOfRegister({ slug, filters, exports, may }: Props) {
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
    </>
  );
}
