import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { BallotCardView, ItemVotesView, VoteView } from "@/lib/features/votes/schema/votes";
import { BallotForm } from "./ballot-form";
import { DemandForm } from "./mail-forms";
import { SecrecyHelp } from "./secrecy-help";

const instructions = ["yes", "no", "abstain", "free"] as const;

function Card({ tenant, card, vote }: { tenant: string; card: BallotCardView; vote: VoteView }) {
  const t = useTranslations("votes.cards");
  const c = useTranslations("votes.choice");
  const secret = vote.method === "secret";
  const said = instructions.find((one) => one === card.instruction);
  const shut = card.barred !== null || vote.overdue || (secret && card.cast);
  return (
    <li className="flex flex-col gap-3 rounded border border-line p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 break-words">
          <span className="block text-sm text-muted">
            {card.proxy ? t("proxy", { holder: card.holderName }) : t("own")}
          </span>
          <span className="font-medium">
            {t("seat", { number: card.number, holder: card.holderName })}
          </span>
        </p>
        {card.cast && (
          <Badge tone="ok">
            {card.choice ? t("yours", { choice: c(card.choice) }) : t("secretCast")}
          </Badge>
        )}
      </div>
      {said && (
        <p className="text-sm">
          {t("instruction", { choice: t(`instructionChoice.${said}`) })}
          {said !== "free" && <span className="text-muted"> {t("instructionHint")}</span>}
        </p>
      )}
      {card.barred && <Notice tone="attention">{t(`barred.${card.barred}`)}</Notice>}
      {secret && card.cast && <p className="text-sm text-muted">{t("secretCastHint")}</p>}
      {!shut && (
        <BallotForm
          tenant={tenant}
          voteId={card.voteId}
          seatId={card.seatId}
          secret={secret}
          chosen={card.choice}
        />
      )}
      {!secret && card.cast && !shut && <p className="text-sm text-muted">{t("change")}</p>}
    </li>
  );
}

/** What a delegate holds in the hand: one card for the own seat and one for every proxy, or why there is none. */
export function BallotCards({
  tenant,
  given,
  vote,
}: {
  tenant: string;
  given: ItemVotesView;
  vote: VoteView | undefined;
}) {
  const t = useTranslations("votes");
  if (given.ownRecused && given.cards.length === 0)
    return <Notice tone="attention">{t("cards.ownRecused")}</Notice>;
  if (vote?.state !== "open")
    return vote?.state === "prepared" ? <p className="text-muted">{t("cards.waiting")}</p> : null;
  const cards = given.cards.filter((card) => card.voteId === vote.id);
  if (vote.method === "hands") return null;
  if (cards.length === 0)
    return <p className="text-muted">{given.late ? t("cards.late") : t("cards.none")}</p>;
  const demanding = vote.demands && cards.find((card) => !card.proxy);
  return (
    <div className="flex flex-col gap-3">
      {given.ownRecused && <Notice tone="attention">{t("cards.ownRecused")}</Notice>}
      <ul className="flex flex-col gap-3">
        {cards.map((card) => (
          <Card key={card.seatId} tenant={tenant} card={card} vote={vote} />
        ))}
      </ul>
      {vote.method === "secret" && <SecrecyHelp />}
      {vote.demands && demanding && (
        <DemandForm
          tenant={tenant}
          voteId={vote.id}
          seatId={demanding.seatId}
          demanded={demanding.demanded}
          demands={vote.demands}
        />
      )}
    </div>
  );
}
