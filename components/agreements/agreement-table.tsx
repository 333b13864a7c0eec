import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AgreementRow } from "@/lib/features/agreements/schema";
import type { AgreementPhase } from "@/lib/features/agreements/types";
import { formatDay } from "@/lib/i18n/format";
import { Badge, type BadgeTone } from "../ui/badge";
import type { AddressChanges, Column } from "../ui/data-table";
import { ListTable } from "../ui/list-table";
import { WaitingLine } from "./waiting-line";

const tones: Record<AgreementPhase, BadgeTone> = {
  draft: "neutral",
  legal_check: "attention",
  sealed: "attention",
  in_force: "ok",
  expiring: "attention",
  expired: "problem",
  renewed: "decided",
  ended: "decided",
};

export function AgreementBadge({ phase }: { phase: AgreementPhase }) {
  const t = useTranslations("agreements.phase");
  return <Badge tone={tones[phase]}>{t(phase)}</Badge>;
}

export function Period({ agreement }: { agreement: Pick<AgreementRow, "validFrom" | "validTo"> }) {
  const t = useTranslations("agreements");
  const locale = useLocale();
  const to = agreement.validTo === null ? t("openEnd") : formatDay(agreement.validTo, locale);
  return (
    <span className="tabular-nums">
      <span className="whitespace-nowrap">{formatDay(agreement.validFrom, locale)} –</span>{" "}
      <span className="whitespace-nowrap">{to}</span>
    </span>
  );
}

type Props = {
  rows: readonly AgreementRow[];
  base: string;
  sort: string;
  href: (changes: AddressChanges) => string;
  empty: ReactNode;
};

export function AgreementTable({ rows, base, sort, href, empty }: Props) {
  const t = useTranslations("agreements");
  const columns: Column<AgreementRow>[] = [
    {
      key: "title",
      header: t("field.title"),
      cell: (row) => (
        <div className="min-w-40">
          <Link href={`${base}/${row.id}`} className="font-medium">
            {row.title}
          </Link>
          <p className="text-muted">
            {t(`kind.${row.kind}`)} <span className="tabular-nums">{row.number}</span>
          </p>
          <div className="mt-1 flex flex-col items-start gap-1 md:hidden">
            <AgreementBadge phase={row.phase} />
            <p className="text-muted">
              <WaitingLine agreement={row} />
            </p>
          </div>
        </div>
      ),
    },
    {
      key: "parties",
      header: t("field.parties"),
      hideBelow: "lg",
      cell: (row) => row.parties.map(({ name }) => name).join(t("separator")),
    },
    {
      key: "period",
      header: t("field.period"),
      sort: "expiry",
      hideBelow: "sm",
      cell: (row) => <Period agreement={row} />,
    },
    {
      key: "phase",
      header: t("field.phase"),
      hideBelow: "md",
      cell: (row) => <AgreementBadge phase={row.phase} />,
    },
    {
      key: "waiting",
      header: t("field.waiting"),
      hideBelow: "md",
      cell: (row) => <WaitingLine agreement={row} />,
    },
  ];
  return (
    <ListTable
      list="agreements"
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={columns}
      sort={sort}
      href={href}
      empty={empty}
    />
  );
}
