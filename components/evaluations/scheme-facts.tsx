import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { SchemeView } from "@/lib/features/evaluations/schema/schemes";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Facts } from "../ui/facts";
import { plain } from "./use-sentence";

type Props = { scheme: SchemeView; base: string };

export function SchemeFacts({ scheme, base }: Props) {
  const t = useTranslations("evaluations.schemes");
  const locale = useLocale();
  const bands = { a: plain(scheme.bandA), b: plain(scheme.bandB), c: plain(scheme.bandC) };
  return (
    <Facts
      items={[
        { label: t("filter.kind"), value: t(`subject.${scheme.subjectKind}`) },
        { label: t("field.bands"), value: t("bandsLine", bands) },
        { label: t("field.leastExperts"), value: String(scheme.leastExperts) },
        {
          label: t("field.publicGrades"),
          value: t(scheme.publicGrades ? "publicYes" : "publicNo"),
        },
        { label: t("publishedAt"), value: formatInstant(scheme.publishedAt, locale) },
        {
          label: t("editions"),
          value: (
            <ul className="flex flex-wrap gap-x-3">
              {scheme.editions.map(({ id, edition }) => (
                <li key={id} aria-current={id === scheme.id ? "page" : undefined}>
                  {id === scheme.id ? (
                    <b>{t("edition", { n: edition })}</b>
                  ) : (
                    <Link href={`${base}/${id}`}>{t("edition", { n: edition })}</Link>
                  )}
                </li>
              ))}
            </ul>
          ),
        },
        { label: t("field.description"), value: scheme.description ?? nothing },
      ]}
    />
  );
}
