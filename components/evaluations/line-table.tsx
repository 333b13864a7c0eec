import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { LineView } from "@/lib/features/evaluations/schema/rounds";
import { formatCount, nothing } from "@/lib/i18n/format";
import { type Column, DataTable } from "../ui/data-table";
import { plain } from "./use-sentence";

type Line = Omit<LineView, "marks" | "mean" | "points" | "selfPoints"> &
  Partial<Pick<LineView, "marks" | "mean" | "points" | "selfPoints">>;
type Props = {
  lines: readonly Line[];
  tenant: string;
  /** Of the records behind a computed value. */
  year: number;
  organizationId: string | null;
  /** With points, or only what was reported and verified. */
  scored: boolean;
};

function Items({ line }: { line: Line }) {
  const t = useTranslations("evaluations");
  if (line.items.length === 0) return nothing;
  return (
    <ul>
      {line.items.map(({ id, title, level, accepted }) => (
        <li key={id}>
          {t(`schemes.level.${level}`)} {title}
          {accepted !== null && ` · ${t(accepted ? "subject.accepted" : "subject.refused")}`}
        </li>
      ))}
    </ul>
  );
}

/** What counted, where it comes from, and the way to the records behind it. */
function Counted({
  line,
  tenant,
  year,
  organizationId,
}: Omit<Props, "lines" | "scored"> & { line: Line }) {
  const t = useTranslations("evaluations.subject");
  const locale = useLocale();
  if (line.kind === "level_points") return <Items line={line} />;
  if (line.mean) {
    const marks = (line.marks ?? []).join("、");
    return t("mean", { mean: plain(line.mean), marks });
  }
  const value = line.metricCode ? line.computedValue : line.verifiedValue;
  if (value === null) {
    return line.selfValue !== null && !line.metricCode ? t("unverified") : nothing;
  }
  const query = new URLSearchParams({
    ...(line.metricCode && { metric: line.metricCode }),
    year: String(year),
    ...(organizationId && { organization: organizationId }),
    state: "approved",
  });
  return (
    <>
      {formatCount(plain(value), locale)} {line.unit}
      <span className="block text-sm text-muted">
        {t(line.metricCode ? "computed" : "verified")}
        {line.metricCode && (
          <>
            {" · "}
            <Link href={`/a/${tenant}/outcomes?${query}`}>{t("records")}</Link>
          </>
        )}
        {line.restated &&
          ` · ${t("restated", { value: formatCount(plain(line.restated), locale) })}`}
        {line.highest && ` · ${t("highest", { value: plain(line.highest) })}`}
      </span>
    </>
  );
}

/** Every indicator: what was reported, what counted, the difference, and the points that the rule made of it. */
export function LineTable({ lines, scored, ...at }: Props) {
  const t = useTranslations("evaluations.subject");
  const locale = useLocale();
  const number = (text: string | null | undefined) =>
    text === null || text === undefined ? nothing : formatCount(plain(text), locale);
  const columns: Column<Line>[] = [
    {
      key: "indicator",
      header: t("column.indicator"),
      cell: (line) => (
        <div className="min-w-28">
          {line.code} {line.name}
          {line.selfNote && <p className="text-sm text-muted">{line.selfNote}</p>}
          {line.file && (
            <a href={`/api/files/${at.tenant}/${line.file.id}`} className="text-sm break-all">
              {line.file.name}
            </a>
          )}
        </div>
      ),
    },
    {
      key: "self",
      header: t("column.self"),
      align: "end",
      hideBelow: "sm",
      cell: (line) => number(line.selfValue),
    },
    {
      key: "counted",
      header: t("column.counted"),
      cell: (line) => <Counted line={line} {...at} />,
    },
    {
      key: "difference",
      header: t("column.difference"),
      align: "end",
      hideBelow: "md",
      cell: (line) => (line.difference === "0.00" ? "0" : number(line.difference)),
    },
  ];
  const points: Column<Line>[] = [
    {
      key: "selfPoints",
      header: t("column.selfPoints"),
      align: "end",
      hideBelow: "md",
      cell: (line) => line.selfPoints ?? nothing,
    },
    {
      key: "points",
      header: t("column.points"),
      align: "end",
      cell: (line) => (
        <>
          {line.points?.replace("-", "−") ?? nothing}
          {line.weight !== "0.00" && (
            <span className="block text-sm whitespace-nowrap text-muted">
              {t("of", { points: plain(line.weight) })}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("lines")}
      rows={lines}
      rowKey={(line) => line.indicatorId}
      columns={scored ? [...columns, ...points] : columns}
    />
  );
}
