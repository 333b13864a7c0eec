import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { CollegeView } from "@/lib/features/colleges/schema/colleges";
import { formatDay, nothing } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";

type Member = CollegeView["members"][number];
const three = ["coBuild", "coInvest", "coManage"] as const;

/** 三共: who builds, invests and manages together; shares where there are any. */
export function PartyTable({ college }: { college: CollegeView }) {
  const t = useTranslations("colleges");
  const locale = useLocale();
  const columns: Column<Member>[] = [
    {
      key: "name",
      header: t("field.organization"),
      cell: (row) => (
        <div className="min-w-36">
          <Link href={`/organizations/${row.id}`}>{row.name}</Link>
          <p className="text-muted">{t(`role.${row.role}`)}</p>
          <p className="text-muted sm:hidden">
            {three
              .filter((one) => row[one])
              .map((one) => t(`field.${one}`))
              .join(" · ")}
          </p>
        </div>
      ),
    },
    ...three.map(
      (one): Column<Member> => ({
        key: one,
        header: t(`field.${one}`),
        hideBelow: "sm",
        cell: (row) => (row[one] ? t("yes") : t("no")),
      }),
    ),
    ...(college.ownership === "mixed"
      ? [
          {
            key: "share",
            header: t("field.share"),
            align: "end" as const,
            cell: (row: Member) => row.share ?? nothing,
          },
        ]
      : []),
    ...(college.inside
      ? [
          {
            key: "signed",
            header: t("field.signed"),
            cell: (row: Member) =>
              row.signedOn
                ? t("signedOn", { day: formatDay(row.signedOn, locale) })
                : t("unsigned"),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t("parties")}
      rows={college.members}
      rowKey={(row) => row.partyId}
      columns={columns}
    />
  );
}
