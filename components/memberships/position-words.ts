import type { MemberPosition } from "@/lib/features/memberships/types";
import type { Locale } from "@/lib/i18n/locales";

type Label = { position: MemberPosition; zh: string; en: string };

/** The alliance's own words for positions, and the usual ones where it has none. */
export const positionWords = (
  labels: readonly Label[],
  locale: Locale,
  usual: (position: MemberPosition) => string,
) => {
  const own = new Map(
    labels.map((label) => [label.position, locale === "en" ? label.en : label.zh]),
  );
  return (position: MemberPosition): string => own.get(position) ?? usual(position);
};
