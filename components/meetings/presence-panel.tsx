"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { Answer } from "@/components/forms/types";
import { useWords } from "@/components/forms/words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { markAllAction, markLeftAction, markPresentAction } from "@/lib/features/meetings/actions";
import type { SeatView } from "@/lib/features/meetings/schema/live";

type Props = { tenant: string; meetingId: string; seats: readonly SeatView[] };

/** One tap for each seat: in, out, or another person. What was tapped is shown when the record has it. */
export function PresencePanel({ tenant, meetingId, seats }: Props) {
  const t = useTranslations("meetings.presence");
  const { sentence } = useWords();
  const [fault, setFault] = useState("");
  const [pending, start] = useTransition();
  const run = (act: () => Promise<Answer<unknown>>) =>
    start(async () => {
      const answer = await act().catch(() => undefined);
      if (answer?.ok) setFault("");
      else setFault(answer ? await sentence(answer) : t("failed"));
    });
  const mark = (seat: SeatView, personId?: string) =>
    run(() =>
      markPresentAction(tenant, {
        meetingId,
        seatId: seat.seatId,
        ...(personId && { personId, capacity: "alternate" as const }),
        mode: seat.present?.mode ?? "room",
        relieve: seat.present !== null && seat.present.personId !== personId,
      }),
    );
  const leave = (seat: SeatView) =>
    run(() => markLeftAction(tenant, { meetingId, seatId: seat.seatId }));
  const missing = seats.filter(
    (seat) => seat.holderName !== null && !seat.present && !seat.proxyTo && seat.rsvp !== "excused",
  ).length;
  return (
    <div className="flex flex-col gap-2">
      {missing > 1 && (
        <Button
          className="self-start"
          disabled={pending}
          onClick={() => run(() => markAllAction(tenant, { meetingId }))}
        >
          {t("all", { count: missing })}
        </Button>
      )}
      {fault && (
        <p role="alert" className="text-sm text-problem">
          {fault}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line" aria-busy={pending}>
        {seats.map((seat) => (
          <li key={seat.seatId} className="flex items-center justify-between gap-2 py-1.5">
            <SeatWords seat={seat} />
            {seat.holderName !== null && (
              <span className="flex shrink-0 flex-wrap justify-end gap-1">
                {seat.present?.unclear && (
                  <Button onClick={() => mark(seat, alternateIn(seat))}>{t("stillThere")}</Button>
                )}
                {seat.alternates
                  .filter((one) => one.personId !== seat.present?.personId)
                  .map((one) => (
                    <Button
                      key={one.personId}
                      variant="quiet"
                      onClick={() => mark(seat, one.personId)}
                    >
                      {t("alternate", { name: one.name })}
                    </Button>
                  ))}
                {seat.present ? (
                  <Button
                    onClick={() => leave(seat)}
                    aria-label={t("outOf", { number: seat.number })}
                  >
                    {t("out")}
                  </Button>
                ) : (
                  <Button
                    variant="primary"
                    onClick={() => mark(seat)}
                    aria-label={t("inOf", { number: seat.number })}
                  >
                    {t("in")}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const alternateIn = (seat: SeatView): string | undefined =>
  seat.present?.capacity === "alternate" ? (seat.present.personId ?? undefined) : undefined;

function SeatWords({ seat }: { seat: SeatView }) {
  const t = useTranslations("meetings.presence");
  return (
    <span className="min-w-0 text-sm">
      <span className="tabular-nums text-muted">{seat.number}</span>{" "}
      {seat.holderName ?? t("vacant")}
      {!seat.eligible && seat.holderName !== null && (
        <span className="text-muted"> · {t("noVote")}</span>
      )}
      {seat.present && (
        <span className="ml-1 inline-flex gap-1">
          <Badge tone={seat.present.unclear ? "attention" : "ok"}>
            {seat.present.unclear
              ? t("unclear")
              : t(
                  seat.present.capacity === "alternate"
                    ? `${seat.present.mode}Alternate`
                    : seat.present.mode,
                  {
                    name: seat.present.personName,
                  },
                )}
          </Badge>
          {seat.recused && <Badge tone="attention">{t("recused")}</Badge>}
        </span>
      )}
      {!seat.present && seat.proxyTo && <Badge>{t("byProxy")}</Badge>}
    </span>
  );
}
