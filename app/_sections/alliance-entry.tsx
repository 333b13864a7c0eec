import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { AllianceType } from "@/lib/features/alliances/types";
import { formatCount } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";

type Entry = {
  slug: string;
  name: string;
  nameEn: string | null;
  type: AllianceType;
  baseParkName: string | null;
  members: number;
  published: boolean;
  mine: boolean;
};

/** One alliance as a way in: its name, where it is at home, and how many belong to it. */
export function AllianceEntry({ alliance, locale }: { alliance: Entry; locale: Locale }) {
  const t = useTranslations("common.home");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-line py-2.5">
      <div className="min-w-0">
        <Link href={`/a/${alliance.slug}`} className="font-medium">
          {(locale === "en" && alliance.nameEn) || alliance.name}
        </Link>
        {alliance.baseParkName && (
          <p className="text-sm text-muted">{t("park", { name: alliance.baseParkName })}</p>
        )}
      </div>
      <div className="flex items-center gap-2 text-sm text-muted">
        {alliance.mine && (
          <Link href={`/a/${alliance.slug}/home`} className="inline-block min-h-6">
            {t("desk")}
          </Link>
        )}
        {alliance.mine && <Badge tone="ok">{t("mine")}</Badge>}
        {!alliance.published && <Badge>{t("unpublished")}</Badge>}
        {alliance.members > 0 && (
          <span className="tabular-nums">
            {t("members", { members: formatCount(alliance.members, locale) })}
          </span>
        )}
      </div>
    </li>
  );
}
