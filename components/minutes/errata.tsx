import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ErratumView } from "@/lib/features/minutes/schema";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { useResolutionCode } from "../resolutions/code";
import { Badge } from "../ui/badge";

/** Corrections beside the text: old, new, why, and who approved each. */
export function Errata({ base, errata }: { base: string; errata: readonly ErratumView[] }) {
  const t = useTranslations("minutes.erratum");
  if (errata.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;
  return (
    <ul className="flex flex-col gap-3 text-sm">
      {errata.map((one) => (
        <li key={one.id} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            {t("number", { number: one.number })} <Badge>{t(`kind.${one.kind}`)}</Badge>
          </p>
          <p className="whitespace-pre-line text-muted line-through">{one.oldText}</p>
          <p className="whitespace-pre-line">{one.newText}</p>
          <p className="text-muted">
            {t("reason")}: {one.reason}
          </p>
          <Approval base={base} erratum={one} />
        </li>
      ))}
    </ul>
  );
}

function Approval({ base, erratum }: { base: string; erratum: ErratumView }) {
  const t = useTranslations("minutes.erratum");
  const locale = useLocale();
  const codeOf = useResolutionCode();
  const { approvedAt, resolution, kind } = erratum;
  if (!approvedAt) {
    return (
      <Badge tone="attention">{t(kind === "clerical" ? "waitingChair" : "waitingBody")}</Badge>
    );
  }
  const at = formatInstant(new Date(approvedAt), locale);
  return (
    <p className="text-muted">
      {t("by", { name: erratum.proposedBy ?? nothing })} ·{" "}
      {resolution ? (
        <Link href={`${base}/decisions/${resolution.id}`}>
          {t("approvedByResolution", { code: codeOf(resolution), at })}
        </Link>
      ) : (
        t("approvedBy", { name: erratum.approvedBy ?? nothing, at })
      )}
    </p>
  );
}
