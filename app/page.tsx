import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "@/components/layout/frame";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { loadAlliances } from "@/lib/features/alliances/loaders";
import type { AllianceType } from "@/lib/features/alliances/types";
import { currentActor } from "@/lib/platform/auth/session";
import { AllianceEntry } from "./_sections/alliance-entry";
import { Banner } from "./_sections/banner";

/** The seven types as a visitor looks for them. */
const kinds: readonly { key: "city" | "sector" | "league"; types: readonly AllianceType[] }[] = [
  { key: "city", types: ["city_alliance"] },
  { key: "sector", types: ["industry_community"] },
  {
    key: "league",
    types: [
      "vocational_group",
      "school_enterprise_league",
      "regional_league",
      "college_collaborative",
      "school_council",
    ],
  },
];

export default async function Home() {
  const t = await getTranslations("common.home");
  const shell = await getTranslations("common.shell");
  const locale = await getLocale();
  const { userId } = await currentActor();
  const { items } = await loadAlliances("", { pageSize: 100 });
  return (
    <div className="flex min-h-dvh flex-col">
      <Banner />
      <Frame>
        <div className="mx-auto flex max-w-5xl flex-col gap-6">
          <header className="py-4 md:py-8">
            <h1 className="text-2xl font-semibold">{t("title")}</h1>
            <p className="mt-3 max-w-prose">{t("lead")}</p>
            {!userId && (
              <ButtonLink href="/sign-in" variant="primary" className="mt-4">
                {shell("signIn")}
              </ButtonLink>
            )}
          </header>
          {items.length > 0 && !userId && <p className="text-sm text-muted">{t("public")}</p>}
          {items.length > 1 && (
            <p>
              <Link href="/regions">{t("compare")}</Link>
            </p>
          )}
          {items.length === 0 && (
            <Panel>
              <EmptyState title={t("empty")} hint={t("emptyHint")} />
            </Panel>
          )}
          {kinds.map(({ key, types }) => {
            const found = items.filter((one) => types.includes(one.type));
            if (found.length === 0) return null;
            return (
              <Panel key={key} title={t(key)}>
                <ul className="-mb-2 grid gap-x-8 md:grid-cols-2">
                  {found.map((alliance) => (
                    <AllianceEntry key={alliance.slug} alliance={alliance} locale={locale} />
                  ))}
                </ul>
              </Panel>
            );
          })}
        </div>
      </Frame>
    </div>
  );
}
