import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { EditionView } from "@/lib/features/reports/schema/editions";
import { formatDay, formatInstant, nothing } from "@/lib/i18n/format";
import { type Fact, Facts } from "../ui/facts";

type Signature = NonNullable<EditionView["inside"]>["secretaryReview"];

export function EditionFacts({ edition, base }: { edition: EditionView; base: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { inside } = edition;
  const signed = (one: Signature) =>
    one ? `${one.name ?? nothing} · ${formatInstant(one.at, locale)}` : nothing;
  const whole: Fact[] = inside
    ? [
        { label: t("field.dueOn"), value: formatDay(edition.dueOn, locale) },
        { label: t("field.secretaryReview"), value: signed(inside.secretaryReview) },
        { label: t("field.chairReview"), value: signed(inside.chairReview) },
        {
          label: t("field.resolution"),
          value: inside.resolution ? (
            <Link href={`${base}/decisions/${inside.resolution.id}`}>
              {inside.resolution.title}
            </Link>
          ) : (
            nothing
          ),
        },
      ]
    : [];
  return (
    <Facts
      items={[
        { label: t("field.year"), value: edition.year },
        { label: t("field.authority"), value: edition.submittedTo ?? edition.authority ?? nothing },
        ...whole,
        { label: t("field.submittedOn"), value: formatDay(edition.submittedOn, locale) },
        { label: t("field.documentNo"), value: edition.documentNo ?? nothing },
        { label: t("field.publishedAt"), value: formatInstant(edition.publishedAt, locale) },
      ]}
    />
  );
}
