import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { JudgingGiven, JudgingWaits } from "@/components/homes/judging";
import { HomeTabs } from "@/components/homes/tabs";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadExpertHome } from "@/lib/features/homes/loaders";
import { formatInstant } from "@/lib/i18n/format";

/** The lists in which the same seats stand. */
const desks = [
  { key: "projects", path: "projects/desk" },
  { key: "calls", path: "calls?mine=true" },
  { key: "evaluations", path: "evaluations/desk" },
] as const;

/** The first screen of those who judge: what waits for them, and what they gave in. */
export async function Expert({ alliance }: { alliance: string }) {
  const [t, locale, home] = await Promise.all([
    getTranslations("homes"),
    getLocale(),
    loadExpertHome(alliance, {}),
  ]);
  const base = `/a/${alliance}`;
  const declare = home.waiting.filter(({ step }) => step === "declare");
  const judge = home.waiting.filter(({ step }) => step === "judge");
  return (
    <>
      <PageHeader
        title={t("title.expert")}
        description={t("asOf", { at: formatInstant(new Date(home.asOf), locale) })}
      />
      <HomeTabs
        base={`${base}/home`}
        views={home.views}
        organizations={home.organizations}
        current="expert"
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {declare.length > 0 && (
            <Panel
              title={t("expert.declare", { count: declare.length })}
              description={t("expert.declareNote")}
            >
              <JudgingWaits base={base} waiting={declare} />
            </Panel>
          )}
          {(judge.length > 0 || declare.length === 0) && (
            <Panel title={t("expert.judge", { count: judge.length })}>
              <JudgingWaits base={base} waiting={judge} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("expert.given")} description={t("expert.givenNote")}>
            <JudgingGiven base={base} home={home} />
          </Panel>
          <Panel title={t("expert.all")}>
            <ul className="flex flex-wrap gap-x-6">
              {desks.map(({ key, path }) => (
                <li key={key}>
                  <Link href={`${base}/${path}`} className="inline-block min-h-6">
                    {t(`expert.desk.${key}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
