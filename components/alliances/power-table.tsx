import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { listPowersOutput } from "@/lib/features/alliances/schema/powers";
import type { PowerState } from "@/lib/features/alliances/types";
import { nothing } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import { DataTable } from "../ui/data-table";

type Power = z.output<typeof listPowersOutput>["items"][number];

const tones: Record<PowerState, BadgeTone> = {
  proposed: "neutral",
  department_agreed: "attention",
  signed: "attention",
  in_force: "ok",
  reviewed: "decided",
  renewed: "ok",
  withdrawn: "problem",
};

export function PowerBadge({
  power,
  today,
}: {
  power: Omit<Power, "id" | "version">;
  today: string;
}) {
  const t = useTranslations("alliances");
  const living = power.state === "in_force" || power.state === "renewed";
  const over = living && power.validTo !== null && power.validTo < today;
  const due = living && power.reviewOn !== null && power.reviewOn <= today;
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={tones[power.state]}>{t(`powerState.${power.state}`)}</Badge>
      {over && <Badge tone="problem">{t("powers.over")}</Badge>}
      {!over && due && <Badge tone="attention">{t("powers.reviewDue")}</Badge>}
    </span>
  );
}

export function PowerTable({
  items,
  base,
  today,
}: {
  items: readonly Power[];
  base: string;
  today: string;
}) {
  const t = useTranslations("alliances");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("powers.caption")}
      rows={items}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "kind",
          header: t("powers.kind"),
          cell: (row) => <Link href={`${base}/${row.id}`}>{t(`power.${row.kind}`)}</Link>,
        },
        {
          key: "state",
          header: t("powers.state"),
          cell: (row) => <PowerBadge power={row} today={today} />,
        },
        {
          key: "waiting",
          header: t("powers.waiting"),
          cell: (row) => t(`powers.waitFor.${row.state}`),
          hideBelow: "md",
        },
        {
          key: "grantor",
          header: t("powers.grantor"),
          cell: (row) => row.grantor?.name ?? t("powers.unnamed"),
          hideBelow: "sm",
        },
        {
          key: "grantee",
          header: t("powers.grantee"),
          cell: (row) =>
            row.grantee ? (locale === "en" && row.grantee.nameEn) || row.grantee.name : nothing,
          hideBelow: "lg",
        },
      ]}
    />
  );
}
