import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { Panel } from "../ui/panel";
import type { OrganizationView } from "./profile-facts";

/** Titles with their last day: one that has run out is shown as such, not hidden. */
export function Titles({ tags, today }: { tags: OrganizationView["tags"]; today: string }) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  if (tags.length === 0) return null;
  return (
    <Panel title={t("page.tags")}>
      <ul className="flex flex-col gap-2">
        {tags.map(({ tag, level, validUntil }) => (
          <li key={tag} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{t(`tag.${tag}`)}</span>
            {level && <span className="text-sm text-muted">{t(`level.${level}`)}</span>}
            {validUntil && (
              <span className="text-sm text-muted tabular-nums">
                {t("page.tagUntil", { day: formatDay(validUntil, locale) })}
              </span>
            )}
            {validUntil && validUntil < today && (
              <Badge tone="problem">{t("page.tagExpired")}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function NamesOverTime({ names }: { names: OrganizationView["names"] }) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  const others = names.filter(({ kind }) => kind !== "official");
  if (others.length === 0) return null;
  return (
    <Panel title={t("page.names")}>
      <ul className="flex flex-col gap-2">
        {names.map(({ kind, name, from, to }) => (
          <li key={`${kind}${name}${from}`} className="flex flex-wrap gap-x-3">
            <span>{name}</span>
            <span className="text-sm text-muted">
              {[
                t(`nameKind.${kind}`),
                from && t("page.namesFrom", { day: formatDay(from, locale) }),
                to && t("page.namesTo", { day: formatDay(to, locale) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ChainPlaces({ nodes }: { nodes: OrganizationView["chainNodes"] }) {
  const t = useTranslations("organizations");
  const locale = useLocale();
  return (
    <Panel title={t("page.chain")}>
      {nodes.length === 0 && <p className="text-sm text-muted">{t("page.noChain")}</p>}
      <ul className="flex flex-col gap-2">
        {nodes.map((node) => (
          <li key={node.id}>
            <span className="text-sm text-muted">{t(`chain.${node.position}`)}</span>{" "}
            <Link href={`/a/${node.allianceSlug}/members?node=${node.id}`}>
              {(locale === "en" && node.nameEn) || node.name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
