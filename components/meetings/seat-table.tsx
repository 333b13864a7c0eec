import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { SeatView } from "@/lib/features/meetings/schema/live";
import type { Rsvp } from "@/lib/features/meetings/types";
import { formatInstant } from "@/lib/i18n/format";

const tones: Record<Rsvp, BadgeTone> = {
  none: "neutral",
  coming: "ok",
  online: "ok",
  alternate: "attention",
  proxy: "attention",
  excused: "problem",
};

type Props = { seats: readonly SeatView[]; tools?: (seat: SeatView) => ReactNode };

/** Who was called: delivery, reading and answer of each seat. */
export function SeatTable({ seats, tools }: Props) {
  const t = useTranslations("meetings");
  const locale = useLocale();
  const at = (text: string | null) =>
    text ? formatInstant(new Date(text), locale as "zh-CN") : null;
  return (
    <DataTable
      caption={t("called.title")}
      rows={seats}
      rowKey={(seat) => seat.seatId}
      empty={<EmptyState title={t("called.nobody")} />}
      columns={[
        { key: "number", header: t("column.seat"), align: "end", cell: (seat) => seat.number },
        {
          key: "holder",
          header: t("column.holder"),
          cell: (seat) =>
            seat.holderName ?? <span className="text-muted">{t("presence.vacant")}</span>,
        },
        {
          key: "rsvp",
          header: t("called.answer"),
          cell: (seat) =>
            seat.holderName && <Badge tone={tones[seat.rsvp]}>{t(`rsvp.${seat.rsvp}`)}</Badge>,
        },
        {
          key: "read",
          header: t("called.read"),
          hideBelow: "sm",
          cell: (seat) => at(seat.readAt) ?? (seat.holderName && t("called.unread")),
        },
        {
          key: "delivered",
          header: t("called.delivered"),
          hideBelow: "md",
          cell: (seat) =>
            at(seat.deliveredAt) ??
            (seat.holderName && (tools?.(seat) ?? t("called.notDelivered"))),
        },
      ]}
    />
  );
}

/** How many will come, in one line. */
export function AnswerSummary({ seats }: { seats: readonly SeatView[] }) {
  const t = useTranslations("meetings.called");
  const eligible = seats.filter((seat) => seat.eligible);
  const count = (...rsvps: Rsvp[]) => eligible.filter((seat) => rsvps.includes(seat.rsvp)).length;
  return t("summary", {
    all: eligible.length,
    coming: count("coming", "online", "alternate"),
    proxy: count("proxy"),
    excused: count("excused"),
    none: count("none"),
    read: eligible.filter((seat) => seat.readAt).length,
  });
}
