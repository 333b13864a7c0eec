import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type OrganizationKind, vocationalKinds } from "@/lib/features/organizations/types";
import { formatCount } from "@/lib/i18n/format";

type ByKind = readonly { kind: OrganizationKind; count: number }[];

/** The kinds as the sources count them: the four kinds of vocational schools are one. */
const groups = [
  "enterprise",
  "research_institute",
  "government",
  "university",
  "vocational",
  "industry_association",
  "park",
  "other",
] as const;
type Group = (typeof groups)[number];

const isVocational = (kind: OrganizationKind) => vocationalKinds.some((one) => one === kind);

const countOf = (byKind: ByKind, group: Group) =>
  byKind
    .filter(({ kind }) => (group === "vocational" ? isVocational(kind) : kind === group))
    .reduce((sum, { count }) => sum + count, 0);

/** Members by kind, each number opening its rows. */
export function CompositionSummary({ slug, byKind }: { slug: string; byKind: ByKind }) {
  const t = useTranslations("alliances");
  const locale = useLocale();
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
      {groups.map((group) => {
        const count = countOf(byKind, group);
        if (count === 0) return null;
        return (
          <li key={group}>
            <p className="text-sm text-muted">{t(`group.${group}`)}</p>
            <Link
              href={`/a/${slug}/members?kind=${group}`}
              className="text-lg font-semibold tabular-nums"
            >
              {formatCount(count, locale)}
            </Link>
            <span className="ml-1 text-sm text-muted">{t("home.member")}</span>
          </li>
        );
      })}
    </ul>
  );
}
