import { useLocale, useTranslations } from "next-intl";
import type { SignatureView } from "@/lib/features/minutes/schema";
import { formatInstant } from "@/lib/i18n/format";
import { PaperAnswer } from "./paper-form";

const capacities = ["chair", "seat", "supervisor", "secretary_general"] as const;

type Props = { tenant: string; minutesId: string; signatures: readonly SignatureView[] };

/** Who signs, in which capacity, and what each of them answered, here or on paper. */
export function Signatures({ tenant, minutesId, signatures }: Props) {
  const t = useTranslations("minutes.signature");
  const locale = useLocale();
  if (signatures.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  const answer = ({ signedAt, refusedAt, reason, paper }: SignatureView) => {
    if (signedAt) return t("signed", { at: formatInstant(new Date(signedAt), locale) });
    if (refusedAt) {
      return t("refused", { at: formatInstant(new Date(refusedAt), locale), reason: reason ?? "" });
    }
    return paper ? t("paper.waits", { answer: t(`paper.${paper.answer}`) }) : t("waiting");
  };
  const capacityOf = (given: string) => capacities.find((one) => one === given) ?? "seat";
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {signatures.map((one) => (
        <li key={one.personId} className="flex flex-col gap-1">
          <div className="flex flex-wrap justify-between gap-x-3">
            <span>
              {one.personName}{" "}
              <span className="text-muted">{t(`capacity.${capacityOf(one.capacity)}`)}</span>
            </span>
            <span className={one.refusedAt ? "text-problem" : "text-muted"}>{answer(one)}</span>
          </div>
          {one.paper && (
            <p className="text-muted">
              <a href={`/api/files/${tenant}/${one.paper.fileId}`}>{t("paper.page")}</a>{" "}
              {t("paper.by", { name: one.paper.recordedBy ?? "" })}
              {one.paper.confirmedBy && t("paper.checkedBy", { name: one.paper.confirmedBy })}
              {one.paper.waits && one.paper.reason && ` ${one.paper.reason}`}
            </p>
          )}
          {one.paper?.mayConfirm && (
            <PaperAnswer tenant={tenant} minutesId={minutesId} signature={one} />
          )}
        </li>
      ))}
    </ul>
  );
}
