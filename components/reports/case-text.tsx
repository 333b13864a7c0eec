import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OneCase } from "@/lib/features/reports/schema/cases";

const pages = {
  project: "projects",
  college: "colleges",
  platform: "platforms",
  class: "talent/classes",
} as const;

/** A case as it reads; every number it cites leads to its record. */
export function CaseText({ one, base }: { one: OneCase; base: string }) {
  const t = useTranslations("cases");
  return (
    <div className="flex max-w-prose flex-col gap-3 leading-7 break-words">
      {(["background", "practice", "effect"] as const).map((part) => (
        <section key={part}>
          <h3 className="font-semibold">{t(`field.${part}`)}</h3>
          <p className="whitespace-pre-line">{one[part]}</p>
        </section>
      ))}
      {one.links.length > 0 && (
        <section>
          <h3 className="font-semibold">{t("field.links")}</h3>
          <ul className="list-disc pl-5">
            {one.links.map(({ kind, id, name }) => (
              <li key={id}>
                {t(`link.${kind}`)}：<Link href={`${base}/${pages[kind]}/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3 className="font-semibold">{t("field.sources")}</h3>
        {one.sources.length === 0 && <p className="text-muted">{t("noSources")}</p>}
        <ul className="list-disc pl-5">
          {one.sources.map((source) => (
            <li key={source.recordId}>
              <Link href={`${base}/outcomes/${source.recordId}`}>
                {t("source", {
                  title: source.title,
                  quantity: source.quantity,
                  unit: source.unitZh,
                  code: source.metricCode,
                  year: String(source.year),
                })}
              </Link>
              {source.frozen && <span className="text-muted"> · {t("frozen")}</span>}
            </li>
          ))}
        </ul>
      </section>
      <p className="text-muted">{one.consent ? t("consentGiven") : t("consentOpen")}</p>
    </div>
  );
}
