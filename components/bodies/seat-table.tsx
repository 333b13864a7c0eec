import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { SeatLine } from "@/lib/features/bodies/schema/seats";
import { formatDay, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";

type Props = { rows: readonly SeatLine[]; caption: string; hrefOf: (seat: SeatLine) => string };

/** Seats with who holds them, who acts, and what is missing; the number leads to the seat. */
export function SeatTable({ rows, caption, hrefOf }: Props) {
  const t = useTranslations("bodies.seats");
  const position = useTranslations("memberships.seat");
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(seat) => seat.seatId}
      empty={<EmptyState title={t("none")} hint={t("noneHint")} />}
      columns={[
        {
          key: "number",
          header: t("number"),
          align: "end",
          cell: (seat) => <Link href={hrefOf(seat)}>{seat.number}</Link>,
        },
        {
          key: "position",
          header: t("position"),
          hideBelow: "sm",
          cell: (seat) => (
            <>
              {seat.officeTitle ?? position(seat.position)}
              <span className="block text-sm text-muted">{t(`basis.${seat.basis}`)}</span>
            </>
          ),
        },
        { key: "holder", header: t("holder"), cell: (seat) => <Holder seat={seat} /> },
        {
          key: "delegates",
          header: t("acts"),
          hideBelow: "md",
          cell: (seat) => <Acting seat={seat} />,
        },
        {
          key: "since",
          header: t("since"),
          hideBelow: "lg",
          cell: (seat) => <Since seat={seat} />,
        },
      ]}
    />
  );
}

function Holder({ seat }: { seat: SeatLine }) {
  const t = useTranslations("bodies.seats");
  const locale = useLocale();
  const { holding, next } = seat;
  const soon = next && (
    <span className="block text-sm text-muted">
      {t("next", { name: next.name, day: formatDay(next.from, locale) })}
    </span>
  );
  if (!holding) {
    return (
      <>
        <Badge tone="attention">{t("vacant")}</Badge>
        {soon}
      </>
    );
  }
  return (
    <>
      {holding.organization ? (
        <Link href={`/organizations/${holding.organization.id}`}>{holding.organization.name}</Link>
      ) : (
        holding.person
      )}
      <span className="ml-2 inline-flex flex-wrap gap-1">
        {holding.suspended && <Badge tone="problem">{t("suspended")}</Badge>}
        {holding.ending && <Badge tone="attention">{t("endingOpen")}</Badge>}
      </span>
      {soon}
    </>
  );
}

function Acting({ seat }: { seat: SeatLine }) {
  const t = useTranslations("bodies.seats");
  const { holding } = seat;
  if (!holding) return nothing;
  const principal = holding.delegates.find(({ kind }) => kind === "principal");
  const alternates = holding.delegates.filter(({ kind }) => kind === "alternate");
  return (
    <>
      {principal?.name ?? holding.person ?? nothing}
      {alternates.length > 0 && (
        <span className="block text-sm text-muted">
          {t("alternates", { names: alternates.map(({ name }) => name).join("、") })}
        </span>
      )}
    </>
  );
}

function Since({ seat }: { seat: SeatLine }) {
  const locale = useLocale();
  const t = useTranslations("bodies.seats");
  if (!seat.holding) return nothing;
  return (
    <span className="tabular-nums">
      {formatDay(seat.holding.from, locale)}
      {seat.holding.to && ` ${t("until", { day: formatDay(seat.holding.to, locale) })}`}
    </span>
  );
}
