import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Money } from "@/components/funds/money";
import type { Certificate } from "@/lib/features/certificates/schema";
import { amountKinds } from "@/lib/features/certificates/types";
import { formatCount, formatInstant } from "@/lib/i18n/format";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Facts } from "../ui/facts";

type Props = { tenant: string; certificate: Certificate };

function useSeal({ tenant, certificate }: Props) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  const { sealedAt, signatory, file } = certificate;
  if (!sealedAt) return [];
  return [
    { label: t("sealedBy"), value: signatory },
    { label: t("sealedAt"), value: formatInstant(new Date(sealedAt), locale) },
    {
      label: t("paper"),
      value: file ? (
        <a href={`/api/files/${tenant}/${file.id}`} className="inline-block min-h-6">
          {t("download", { name: file.name })}
        </a>
      ) : (
        t("byDeclaration")
      ),
    },
  ];
}

/** What it says, who wrote it down, and who sealed it. */
export function CertificateFacts({ tenant, certificate }: Props) {
  const t = useTranslations("certificates");
  const { enterprise, claimant, projectId, projectTitle, preparedBy } = certificate;
  const seal = useSeal({ tenant, certificate });
  const items = [
    {
      label: t("column.enterprise"),
      value: <Link href={`/organizations/${enterprise.id}`}>{enterprise.name}</Link>,
    },
    { label: t("column.year"), value: String(certificate.year) },
    ...amountKinds.flatMap((kind) => {
      const yuan = certificate[kind];
      return yuan ? [{ label: t(`field.${kind}`), value: <Money yuan={yuan} /> }] : [];
    }),
    {
      label: t("column.total"),
      value: (
        <>
          <Money yuan={certificate.total} />
          <span className="ml-2 text-sm text-muted">{t("measured")}</span>
        </>
      ),
    },
    ...(projectId && projectTitle ? [{ label: t("column.project"), value: projectTitle }] : []),
    ...(claimant ? [{ label: t("column.claimant"), value: claimant.name }] : []),
    ...(preparedBy ? [{ label: t("preparedBy"), value: preparedBy }] : []),
    ...seal,
  ];
  return <Facts items={items} />;
}

export function RestingRecords({ tenant, certificate }: Props) {
  const t = useTranslations("certificates");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("records")}
      rows={certificate.records}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: t("record"),
          cell: (row) => (
            <>
              <Link href={`/a/${tenant}/outcomes/${row.id}`} className="inline-block min-h-6">
                {row.title}
              </Link>
              <span className="block text-sm text-muted">
                {row.metricCode} {locale === "en" ? row.metricEn : row.metricZh}
              </span>
            </>
          ),
        },
        {
          key: "organization",
          header: t("organization"),
          hideBelow: "md",
          cell: (row) => row.organizationName,
        },
        {
          key: "quantity",
          header: t("quantity"),
          align: "end",
          cell: (row) => formatCount(Number(row.quantity), locale),
        },
      ]}
      empty={<EmptyState title={t("recordsNone")} />}
    />
  );
}
