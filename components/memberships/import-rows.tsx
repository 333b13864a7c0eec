import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { getImportOutput } from "@/lib/features/memberships/schema/import";
import type { ImportOutcome, MemberPosition } from "@/lib/features/memberships/types";
import type { OrganizationKind } from "@/lib/features/organizations/types";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import type { Tone } from "../ui/tone";

export type ImportView = z.output<typeof getImportOutput>;
type Row = ImportView["items"][number];

const tones: Record<ImportOutcome, Tone> = {
  create: "ok",
  link: "decided",
  unchanged: "neutral",
  fault: "problem",
};

/** What is wrong, or worth knowing, in words: the cell first, so that it is found in the file. */
function Remarks({ row }: { row: Row }) {
  const t = useTranslations("memberships.import");
  const kind = useTranslations("organizations.kind");
  const detailOf = ({ note, detail }: Row["notes"][number]) =>
    note === "kind-differs" && detail ? kind(detail as OrganizationKind) : (detail ?? "");
  const words = [
    ...row.issues.map(({ column, fault, detail }) =>
      t("faultAt", {
        column: t(`column.${column}`),
        words: t(`fault.${fault}`, { detail: detail ?? "" }),
      }),
    ),
    ...row.notes.map((given) => t(`note.${given.note}`, { detail: detailOf(given) })),
  ];
  if (words.length === 0) return <span className="max-md:hidden">{nothing}</span>;
  return (
    <ul className="md:min-w-48">
      {words.map((text) => (
        <li key={text} className={row.outcome === "fault" ? "text-problem" : undefined}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function Unit({ row }: { row: Row }) {
  return (
    <div className="min-w-36">
      {row.found ? (
        <Link href={`/organizations/${row.found.id}`} className="inline-block min-h-6">
          {row.name || row.found.name}
        </Link>
      ) : (
        <span className="break-all">{row.name || nothing}</span>
      )}
      <span className="block break-all text-muted tabular-nums">{row.creditCode}</span>
      <div className="md:hidden">
        <Remarks row={row} />
      </div>
    </div>
  );
}

/** Each row of the file with what becomes of it. */
export function ImportRows({
  rows,
  positionWord,
}: {
  rows: readonly Row[];
  positionWord: (position: MemberPosition) => string;
}) {
  const t = useTranslations("memberships.import");
  const locale = useLocale();
  const membership = (row: Row) =>
    row.opens && row.position && row.admittedOn
      ? t("begins", {
          position: positionWord(row.position),
          day: formatDay(row.admittedOn, locale),
        })
      : nothing;
  return (
    <DataTable
      caption={t("step2")}
      rows={rows}
      rowKey={(row) => String(row.row)}
      empty={<EmptyState title={t("none")} />}
      columns={[
        { key: "row", header: t("row"), cell: (row) => row.row, align: "end" },
        { key: "unit", header: t("unit"), cell: (row) => <Unit row={row} /> },
        {
          key: "outcome",
          header: t("outcomeOf"),
          cell: (row) => <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>,
        },
        { key: "membership", header: t("membership"), cell: membership, hideBelow: "md" },
        {
          key: "remarks",
          header: t("remarks"),
          cell: (row) => <Remarks row={row} />,
          hideBelow: "md",
        },
      ]}
    />
  );
}
