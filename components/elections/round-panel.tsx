import { useLocale, useTranslations } from "next-intl";
import type { ElectionView, RoundView } from "@/lib/features/elections/schema";
import { formatInstant } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { BallotCard } from "./ballot-card";

type Props = { tenant: string; round: RoundView; standing: ElectionView["standing"] };

/** One taking of the ballot: while it is open who has cast, afterwards the counts and why. */
export function RoundPanel({ tenant, round, standing }: Props) {
  const t = useTranslations("elections.ballot");
  const locale = useLocale();
  const cast = round.electors.filter((one) => one.cast).length;
  const title = round.runOff ? t("runOff") : t("round", { ordinal: round.ordinal });
  return (
    <Panel
      title={title}
      description={t("window", {
        from: formatInstant(new Date(round.openedAt), locale),
        to: formatInstant(new Date(round.closedAt ?? round.closesAt), locale),
      })}
      actions={
        <Badge tone={round.state === "open" ? "attention" : "neutral"}>
          {t(`state.${round.state}`)}
        </Badge>
      }
    >
      <div className="flex flex-col gap-4">
        {round.cards.map((seat) => (
          <BallotCard
            key={seat.seatId}
            tenant={tenant}
            roundId={round.id}
            seat={seat}
            candidates={round.candidates}
            minMarks={round.minMarks}
            maxMarks={round.maxMarks}
          />
        ))}
        <p>{t("turnout", { cast, all: round.electors.length })}</p>
        {round.state === "open" && <p className="text-sm text-muted">{t("secrecy")}</p>}
        {round.state === "inquorate" && <Notice tone="problem">{t("inquorateNote")}</Notice>}
        {round.tally && <Result round={round} standing={standing} />}
        <details>
          <summary className="cursor-pointer text-sm text-muted">{t("electors")}</summary>
          <ul className="mt-2 grid gap-x-4 text-sm sm:grid-cols-2">
            {round.electors.map((one) => (
              <li key={one.seatId}>
                {one.number} · {one.holderName} — {one.cast ? t("hasCast") : t("notCast")}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-xs break-all text-muted">
            {t("hash", { hash: round.openingHash })}
          </p>
        </details>
      </div>
    </Panel>
  );
}

function Result({ round, standing }: Omit<Props, "tenant">) {
  const t = useTranslations("elections.ballot");
  const { tally, lot } = round;
  if (!tally) return null;
  const outcome = (candidateId: string, approved: boolean) => {
    if (lot?.confirmed && lot.winners.includes(candidateId))
      return <Badge tone="decided">{t("byLot")}</Badge>;
    if (standing.elected.includes(candidateId)) return <Badge tone="decided">{t("elected")}</Badge>;
    if (tally.tie?.candidateIds.includes(candidateId)) {
      return <Badge tone="attention">{t("tied")}</Badge>;
    }
    return approved ? t("notElected") : t("belowShare");
  };
  return (
    <>
      <DataTable
        caption={t("result")}
        rows={tally.counts}
        rowKey={({ candidateId }) => candidateId}
        columns={[
          { key: "name", header: t("candidate"), cell: ({ name }) => name },
          { key: "marks", header: t("marks"), align: "end", cell: ({ marks }) => marks },
          {
            key: "outcome",
            header: t("outcome"),
            cell: ({ candidateId, approved }) => outcome(candidateId, approved),
          },
        ]}
      />
      <p className="text-sm">
        {t("explain", { cast: tally.cast, blank: tally.blank, seats: round.seats })}{" "}
        {tally.needed !== null && t("needed", { needed: tally.needed })}{" "}
        {t("quorum", { count: tally.quorum.count, needed: tally.quorum.needed ?? 0 })}
      </p>
      {tally.unanimous && <Notice tone="attention">{t("unanimous")}</Notice>}
      {lot && (
        <p className="text-sm">
          {t(lot.confirmed ? "lot" : "lotWaits", {
            winners: tally.counts
              .filter(({ candidateId }) => lot.winners.includes(candidateId))
              .map(({ name }) => name)
              .join("、"),
            witnesses: round.electors
              .filter(({ seatId }) => lot.witnesses.includes(seatId))
              .map(({ holderName }) => holderName)
              .join("、"),
          })}
        </p>
      )}
    </>
  );
}
