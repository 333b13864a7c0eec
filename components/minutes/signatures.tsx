import { useLocale, useTranslations } from "next-intl";
import type { SignatureView } from "@/lib/features/minutes/schema";
import { formatInstant } from "@/lib/i18n/format";

const capacities = ["chair", "seat", "supervisor", "secretary_general"] as const;

/** Who signs, in which capacity, and what each of them answered. */
export function Signatures({ signatures }: { signatures: readonly SignatureView[] }) {
  const t = useTranslations("minutes.signature");
  const locale = useLocale();
  if (signatures.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  const answer = ({ signedAt, refusedAt, reason }: SignatureView) => {
    if (signedAt) return t("signed", { at: formatInstant(new Date(signedAt), locale) });
    if (refusedAt) {
      return t("refused", { at: formatInstant(new Date(refusedAt), locale), reason: reason ?? "" });
    }
    return t("waiting");
  };
  const capacityOf = (given: string) => capacities.find((one) => one === given) ?? "seat";
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {signatures.map((one) => (
        <li
          key={`${one.capacity} ${one.personName}`}
          className="flex flex-wrap justify-between gap-x-3"
        >
          <span>
            {one.personName}{" "}
            <span className="text-muted">{t(`capacity.${capacityOf(one.capacity)}`)}</span>
          </span>
          <span className={one.refusedAt ? "text-problem" : "text-muted"}>{answer(one)}</span>
        </li>
      ))}
    </ul>
  );
}
