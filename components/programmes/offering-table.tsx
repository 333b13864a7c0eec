import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OfferingRow } from "@/lib/features/programmes/schema";
import type { OfferingStatus } from "@/lib/features/programmes/types";
import { nothing } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import type { AddressChanges } from "../ui/data-table";
import { ListTable } from "../ui/list-table";

const tones: Record<OfferingStatus, BadgeTone> = {
  running: "ok",
  warned: "attention",
  exiting: "problem",
  closed: "neutral",
};

export function OfferingBadge({ status }: { status: OfferingStatus }) {
  const t = useTranslations("programmes");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}

type Props = {
  rows: readonly OfferingRow[];
  path: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

/** 专业点 */
export function OfferingTable({ rows, path, sort, href, empty }: Props) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  return (
    <ListTable
      list="offerings"
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      sort={sort}
      href={href}
      empty={empty}
      columns={[
        {
          key: "programme",
          header: t("field.programme"),
          sort: "programme",
          cell: (row) => (
            <>
              <Link href={`${path}/${row.id}`} prefetch={false}>
                {row.programme.name}
              </Link>
              <span className="block text-sm text-muted">
                {t(`level.${row.programme.level}`)}
                {row.programme.code && ` · ${row.programme.code}`}
              </span>
            </>
          ),
        },
        {
          key: "school",
          header: t("field.school"),
          sort: "school",
          cell: (row) => row.school.name,
        },
        {
          key: "industry",
          header: t("field.industry"),
          hideBelow: "md",
          cell: ({ industry }) =>
            industry ? (
              <>
                {(locale === "en" && industry.nameEn) || industry.name}
                {industry.key && <span className="block text-sm text-muted">{t("key")}</span>}
              </>
            ) : (
              <span className="text-muted">{t("noIndustry")}</span>
            ),
        },
        {
          key: "group",
          header: t("field.group"),
          hideBelow: "lg",
          cell: (row) => row.group?.name ?? nothing,
        },
        {
          key: "status",
          header: t("field.status"),
          hideBelow: "sm",
          cell: (row) => <OfferingBadge status={row.status} />,
        },
      ]}
    />
  );
}
