import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import { levelKey } from "@/lib/features/alliances/rules/level";
import type { allianceOutput } from "@/lib/features/alliances/schema/alliances";
import { formatDay, nothing } from "@/lib/i18n/format";
import { regionWords } from "../organizations/region-words";
import { type Fact, Facts } from "../ui/facts";

export type AllianceView = z.output<typeof allianceOutput>;

/** What, by whom recognised, how far, where: three things that are often taken for one (domain 2.4). */
export function AllianceFacts({ alliance }: { alliance: AllianceView }) {
  const t = useTranslations("alliances");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const { batch, batchSize, basePark } = alliance;
  const known = (label: string, value: Fact["value"]): Fact[] =>
    value === null || value === undefined || value === nothing ? [] : [{ label, value }];
  return (
    <Facts
      items={[
        { label: t("field.type"), value: t(`type.${alliance.type}`) },
        ...known(
          t("field.level"),
          alliance.level && o(`level.${levelKey(alliance.level, alliance.regionCode)}`),
        ),
        { label: t("field.status"), value: t(`status.${alliance.status}`) },
        ...known(
          t("field.batch"),
          batch &&
            (batchSize
              ? t("field.batchOf", { batch, size: batchSize })
              : t("field.batchValue", { batch })),
        ),
        ...known(t("field.approvedOn"), formatDay(alliance.approvedOn, locale)),
        ...known(t("field.foundedOn"), formatDay(alliance.foundedOn, locale)),
        ...known(t("field.region"), regionWords(o)(alliance.regionCode)),
        ...known(t("field.leadIndustry"), alliance.leadIndustry),
        ...known(
          t("field.basePark"),
          basePark && <Link href={`/organizations/${basePark.id}`}>{basePark.name}</Link>,
        ),
        ...known(t("field.governanceModel"), alliance.governanceModel),
      ]}
    />
  );
}
