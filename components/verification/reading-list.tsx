import { useLocale, useTranslations } from "next-intl";
import type { DeskItem } from "@/lib/features/verification/schema/desk";
import { readPassed } from "@/lib/features/verification/types";
import { formatDay, formatInstant } from "@/lib/i18n/format";

/** What the verifiers read on the papers of a result, and why findings were passed over. */
export function ReadingList({ readings }: { readings: DeskItem["readings"] }) {
  const t = useTranslations("verification");
  const locale = useLocale();
  if (readings.length === 0) return null;
  const wordsOf = (one: DeskItem["readings"][number]) => [
    formatInstant(new Date(one.readAt), locale),
    ...(one.paperOn ? [t("reading.paperOn", { day: formatDay(one.paperOn, locale) })] : []),
    ...(one.ownerNamed === null ? [] : [t(one.ownerNamed ? "reading.named" : "reading.notNamed")]),
    one.passed.length > 0
      ? t("reading.passed", {
          kinds: readPassed(one.passed)
            .map((kind) => t(`passedKind.${kind}`))
            .join(locale === "en" ? ", " : "、"),
          reason: one.reason ?? "",
        })
      : t("reading.plain"),
    ...(one.sha256 ? [t("reading.hash", { hash: one.sha256.slice(0, 12) })] : []),
  ];
  return (
    <section>
      <h3 className="font-medium">{t("reading.title")}</h3>
      <ul className="flex flex-col gap-1">
        {readings.map((one) => (
          <li key={one.version}>{wordsOf(one).join(" · ")}</li>
        ))}
      </ul>
    </section>
  );
}
