import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { BodyNode } from "@/lib/features/alliances/types";
import { formatDay } from "@/lib/i18n/format";

/** Bodies that are no more: their meetings and resolutions are still read. */
export function FormerBodies({
  bodies,
  base,
}: {
  bodies: readonly Pick<BodyNode, "id" | "name" | "nameEn" | "dissolvedOn">[];
  base: string;
}) {
  const t = useTranslations("alliances.bodies");
  const locale = useLocale();
  if (bodies.length === 0) return null;
  return (
    <details className="print:hidden">
      <summary className="cursor-pointer text-accent">{t("former")}</summary>
      <ul className="flex flex-col gap-2 pt-2">
        {bodies.map((body) => (
          <li key={body.id} className="flex flex-wrap gap-x-3">
            <Link href={`${base}/bodies/${body.id}`}>
              {(locale === "en" && body.nameEn) || body.name}
            </Link>
            <span className="text-muted">
              {t("dissolved", { day: formatDay(body.dissolvedOn, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
