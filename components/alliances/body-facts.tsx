import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { bodyOutput } from "@/lib/features/alliances/schema/structure";
import { nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";

/** Where a body stands, what it is for, and what hangs on it. */
export function BodyFacts({
  body,
  alliance,
}: {
  body: z.output<typeof bodyOutput>;
  alliance: string;
}) {
  const t = useTranslations("alliances");
  const locale = useLocale();
  const base = `/a/${alliance}`;
  const { parent, host } = body;
  return (
    <Facts
      items={[
        { label: t("bodies.kind"), value: t(`bodyKind.${body.kind}`) },
        {
          label: t("bodies.tier"),
          value: body.tier ? t(`tier.${body.tier}`) : t("bodies.noTier"),
        },
        {
          label: t("bodies.parent"),
          value: parent ? (
            <Link href={`${base}/structure/bodies/${parent.id}`}>
              {(locale === "en" && parent.nameEn) || parent.name}
            </Link>
          ) : (
            t("bodies.top")
          ),
        },
        {
          label: t("bodies.host"),
          value: host ? <Link href={`/organizations/${host.id}`}>{host.name}</Link> : nothing,
        },
        { label: t("bodies.seats"), value: t("bodies.seatsCount", { count: body.seats }) },
        {
          label: t("bodies.rules"),
          value: (
            <Link href={`${base}/settings/rules/${body.id}`}>
              {t("bodies.rulesCount", { count: body.rules })}
            </Link>
          ),
        },
        { label: t("bodies.meetings"), value: t("bodies.meetingsCount", { count: body.meetings }) },
        {
          label: t("bodies.duties"),
          value: (locale === "en" && body.dutiesEn) || body.duties || nothing,
        },
      ]}
    />
  );
}
