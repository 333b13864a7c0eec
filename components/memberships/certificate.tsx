import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { certificateOutput } from "@/lib/features/memberships/schema/life";
import type { MemberPosition } from "@/lib/features/memberships/types";
import { formatDay } from "@/lib/i18n/format";

/** 成员证书 on one page. */
export function Certificate({ certificate }: { certificate: z.output<typeof certificateOutput> }) {
  const t = useTranslations("memberships.certificate");
  const position = useTranslations("memberships.position");
  const locale = useLocale();
  const { positionLabel, resolution } = certificate;
  const own = locale === "en" ? positionLabel?.en : positionLabel?.zh;
  const alliance = (locale === "en" && certificate.allianceNameEn) || certificate.allianceName;
  return (
    <article className="mx-auto flex min-h-[60vh] w-full max-w-2xl flex-col gap-6 border-4 border-double border-line bg-surface p-8 text-center sm:p-12">
      <p className="text-lg">{alliance}</p>
      <h2 className="text-3xl font-semibold tracking-[0.3em]">{t("title")}</h2>
      <p className="text-sm">
        {t("number", { number: String(certificate.number).padStart(4, "0") })}
      </p>
      <p className="mt-4 text-2xl font-semibold">{certificate.organizationName}</p>
      {certificate.creditCode && (
        <p className="text-sm">{t("code", { code: certificate.creditCode })}</p>
      )}
      <p className="text-lg leading-loose">
        {t("text", {
          alliance,
          position: own ?? position(certificate.position as MemberPosition),
          since: formatDay(certificate.since, locale),
        })}
      </p>
      {resolution && (
        <p className="text-sm">
          {t("resolution", {
            body: resolution.bodyName,
            year: String(resolution.year),
            number: resolution.number,
          })}
        </p>
      )}
      <p className="mt-auto text-right leading-loose">
        {alliance}
        <br />
        {formatDay(certificate.today, locale)}
      </p>
    </article>
  );
}
