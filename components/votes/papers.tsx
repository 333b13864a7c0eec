import { useTranslations } from "next-intl";
import type { VoteView } from "@/lib/features/votes/schema/votes";
import { ConfirmPaperForm, PaperForm } from "./mail-forms";

/** Replies on paper: those to be confirmed by a second person, and every seat that has not replied. */
export function Papers({ tenant, vote }: { tenant: string; vote: VoteView }) {
  const t = useTranslations("votes");
  if (vote.state !== "open" || vote.method !== "named") return null;
  if (vote.papers.length === 0 && vote.missing.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-pointer">{t("paper.title")}</summary>
      <div className="mt-2 flex flex-col gap-3 border-l border-line pl-3">
        <p className="text-muted">{t("paper.hint")}</p>
        <ul className="flex flex-col gap-2">
          {vote.papers.map((paper) => (
            <li key={paper.seatId} className="rounded border border-line p-2">
              <p className="flex flex-wrap items-center gap-x-3">
                <span>{t("cards.seat", { number: paper.number, holder: paper.holderName })}</span>
                <span className="text-muted">{t("paper.waiting")}</span>
                <a href={`/api/files/${tenant}/${paper.fileId}`}>{t("paper.scan")}</a>
              </p>
              {paper.own ? (
                <p className="text-muted">{t("paper.own")}</p>
              ) : (
                <ConfirmPaperForm tenant={tenant} vote={vote} seatId={paper.seatId} />
              )}
            </li>
          ))}
          {vote.missing.map((seat) => (
            <li key={seat.seatId}>
              <details>
                <summary className="min-h-6 cursor-pointer">
                  {t("cards.seat", { number: seat.number, holder: seat.holderName })}{" "}
                  <span className="text-muted">{t("mail.missing")}</span>
                </summary>
                <div className="mt-2 border-l border-line pl-3">
                  <PaperForm tenant={tenant} vote={vote} seatId={seat.seatId} />
                </div>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
