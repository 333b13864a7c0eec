import { useTranslations } from "next-intl";
import type { MetricNumber } from "@/lib/features/dashboards/schema";
import { namedCodes } from "@/lib/features/metrics/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { projectStates } from "@/lib/features/projects/types";
import type { Locale } from "@/lib/i18n/locales";

type Words<N extends "metrics" | "organizations" | "projects"> = ReturnType<
  typeof useTranslations<N>
>;

export const useMetricWords = (locale: Locale) =>
  metricWords(
    locale,
    useTranslations("metrics"),
    useTranslations("organizations"),
    useTranslations("projects"),
  );

/** Name, unit and sentence of a registered number, wherever its words stand. */
export function metricWords(
  locale: Locale,
  m: Words<"metrics">,
  o: Words<"organizations">,
  p: Words<"projects">,
) {
  const own = (words: { zh: string; en: string }) => (locale === "en" ? words.en : words.zh);

  const nameOf = ({ code, name }: Pick<MetricNumber, "code" | "name">): string => {
    if (name) return own(name);
    const named = namedCodes.find((one) => one === code);
    if (named) return m(`name.${named}`);
    const kind = organizationKinds.find((one) => code === `members-${one}`);
    if (kind) return m("nameOf", { name: m("name.members"), part: o(`kind.${kind}`) });
    const state = projectStates.find((one) => code === `projects-${one}`);
    return state ? m("nameOf", { name: m("name.projects"), part: p(`state.${state}`) }) : code;
  };
  const unitOf = ({ unit, source }: Pick<MetricNumber, "unit" | "source">): string => {
    if (unit) return own(unit);
    return source === "funds" || source === "outcomes" ? "" : m(`unitOf.${source}`);
  };
  /** What is counted, with the numbers filled in (behaviour 4.5, tile contract 3). */
  const sentenceOf = (number: MetricNumber, years: { from: number; to: number }): string => {
    const { source, records, provisionalRecords: pending, coverage, definition } = number;
    const text = m(`sentence.${source}`, {
      from: String(years.from),
      to: String(years.to),
      records,
      pending,
      members: coverage?.members ?? 0,
      approved: coverage?.approved ?? 0,
      inVerification: coverage?.inVerification ?? 0,
    });
    return definition ? `${own(definition)} ${text}` : text;
  };
  return { nameOf, unitOf, sentenceOf };
}
