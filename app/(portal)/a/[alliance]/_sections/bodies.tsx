import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { loadStructure } from "@/lib/features/alliances/loaders";

/** The bodies by name; the tree with its seats has a page of its own. */
export async function Bodies({ slug }: { slug: string }) {
  const [t, locale, { bodies }] = await Promise.all([
    getTranslations("alliances.home"),
    getLocale(),
    loadStructure(slug, {}),
  ]);
  return (
    <Panel
      title={t("bodies")}
      actions={<ButtonLink href={`/a/${slug}/structure`}>{t("openStructure")}</ButtonLink>}
    >
      {bodies.length === 0 && <p className="text-sm text-muted">{t("noBodies")}</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {bodies.map((body) => (
          <li key={body.id}>
            <Link href={`/a/${slug}/structure#body-${body.id}`} className="inline-block min-h-6">
              {(locale === "en" && body.nameEn) || body.name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
