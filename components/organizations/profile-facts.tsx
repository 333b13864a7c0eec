import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { organizationOutput } from "@/lib/features/memberships/schema/register";
import { formatCount, nothing } from "@/lib/i18n/format";
import { type Fact, Facts } from "../ui/facts";
import { regionWords } from "./region-words";

export type OrganizationView = z.output<typeof organizationOutput>;

const linkTo = (reference: { id: string; name: string } | null) =>
  reference ? <Link href={`/organizations/${reference.id}`}>{reference.name}</Link> : undefined;

/** What is known of an organization; what is unknown is left out, except the code, which is missed. */
export function ProfileFacts({ organization }: { organization: OrganizationView }) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  const { enterprise, institution, park } = organization;
  const known = (label: string, value: Fact["value"]): Fact[] =>
    value === null || value === undefined || value === nothing ? [] : [{ label, value }];
  const level = park?.zoneLevel;
  const zone = park?.zoneType;
  const scale = enterprise?.scale;
  return (
    <Facts
      items={[
        { label: t("field.kind"), value: t(`kind.${organization.kind}`) },
        {
          label: t("field.creditCode"),
          value: organization.creditCodeShown ? (
            <span className="tabular-nums">{organization.creditCode ?? t("page.noCode")}</span>
          ) : (
            t("page.codeHidden")
          ),
        },
        ...known(t("field.shortName"), organization.shortName),
        ...known(t("field.nameEn"), organization.nameEn),
        ...known(t("field.regionCode"), regionWords(t)(organization.regionCode)),
        ...known(t("field.address"), organization.address),
        ...known(t("field.parent"), linkTo(organization.parent)),
        ...known(t("field.sponsor"), linkTo(organization.sponsor)),
        ...known(t("field.scale"), scale && t(`scale.${scale}`)),
        ...known(t("field.schoolCode"), institution?.schoolCode),
        ...known(
          t("field.studentsOnRoll"),
          institution && formatCount(institution.studentsOnRoll, locale),
        ),
        ...known(t("field.staff"), institution && formatCount(institution.staff, locale)),
        ...known(t("field.zoneType"), zone && t(`zone.${zone}`)),
        ...known(t("field.zoneLevel"), level && t(`level.${level}`)),
        ...known(t("field.leadIndustries"), park?.leadIndustries),
      ]}
    />
  );
}
