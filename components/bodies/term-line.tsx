import { useLocale, useTranslations } from "next-intl";
import type { TermView } from "@/lib/features/bodies/schema/seats";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";

type Props = { terms: readonly TermView[]; today: string; expired: boolean };

/** 第 N 届 and its last day; over and without a next one, it is a problem. */
export function TermLine({ terms, today, expired }: Props) {
  const t = useTranslations("bodies.terms");
  const locale = useLocale();
  const term = terms.find(({ startsOn }) => startsOn <= today) ?? terms[0];
  if (!term) return <Badge tone="attention">{t("none")}</Badge>;
  const day = formatDay(term.extendedTo ?? term.endsOn, locale);
  return (
    <Badge tone={expired ? "problem" : "neutral"}>
      {expired
        ? t("over", { ordinal: term.ordinal, day })
        : t("line", { ordinal: term.ordinal, day })}
    </Badge>
  );
}
