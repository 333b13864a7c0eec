import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { representativeView } from "@/lib/features/memberships/schema/register";
import { formatDay } from "@/lib/i18n/format";
import { addressWith } from "@/lib/kernel/address";
import { ButtonLink } from "../ui/button";

type Person = z.output<typeof representativeView>;

/** Who speaks for a unit in an alliance. Telephone numbers arrive here masked already. */
export function People({
  people,
  slug,
  organizationId,
  ends,
}: {
  people: readonly Person[];
  slug: string;
  organizationId: string;
  ends: boolean;
}) {
  const t = useTranslations("memberships");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {people.map((person) => (
        <li
          key={person.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2"
        >
          <div>
            <p>
              {person.name}
              <span className="ml-2 text-sm text-muted">
                {[t(`representative.${person.kind}`), person.title].filter(Boolean).join(" · ")}
              </span>
            </p>
            <p className="text-sm text-muted tabular-nums">
              {[
                person.phone,
                t("sinceDay", { day: formatDay(person.from, locale) }),
                person.to && t("untilDay", { day: formatDay(person.to, locale) }),
                person.letterUntil &&
                  t("change.letter", { day: formatDay(person.letterUntil, locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          {ends && !person.to && (
            <ButtonLink
              variant="quiet"
              href={addressWith(`/organizations/${organizationId}/representatives`, {
                alliance: slug,
                person: person.id,
              })}
            >
              {t("change.end")}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
