import { getLocale, getTranslations } from "next-intl/server";
import { WallNumber } from "@/components/dashboards/wall-number";
import { WallTurn } from "@/components/dashboards/wall-turn";
import { ClientMessages } from "@/components/layout/client-messages";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadDashboard } from "@/lib/features/dashboards/loaders";
import { dashboardFilterSchema } from "@/lib/features/dashboards/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

/** Numbers that stand on the wall together. */
const AT_ONCE = 4;

export async function generateMetadata() {
  return { title: (await getTranslations("dashboards"))("wall.title") };
}

/** The numbers of the dashboard for the wall of a hall: no name of a person, a few at a time, with the age of the data. */
export default async function WallPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(dashboardFilterSchema, await searchParams);
  const [t, locale, dashboard, named] = await Promise.all([
    getTranslations("dashboards"),
    getLocale(),
    loadDashboard(alliance, search),
    loadAlliance(alliance, {}),
  ]);
  const shown = dashboard.numbers.filter(
    ({ code, state }) => state === "value" && !code.startsWith("members-"),
  );
  const groups = Array.from({ length: Math.ceil(shown.length / AT_ONCE) }, (_, place) =>
    shown.slice(place * AT_ONCE, (place + 1) * AT_ONCE),
  );
  return (
    <>
      <h1 className="text-3xl font-semibold">
        {(locale === "en" && named.nameEn) || named.name} · {t("title")}
      </h1>
      <p className="mt-1 text-xl text-muted">
        {t("asOf", { at: formatInstant(new Date(dashboard.asOf), locale) })} ·{" "}
        {t(`layer.${dashboard.status}`)}
        {dashboard.past && ` · ${t("asOfDay", { day: formatDay(dashboard.past.day, locale) })}`} ·{" "}
        {t("coverage", dashboard.coverage)}
      </p>
      <ClientMessages namespaces={["dashboards"]}>
        <WallTurn asOf={dashboard.asOf} back={`/a/${alliance}/dashboard`}>
          {groups.map((group) => (
            <div key={group[0]?.code} className="grid gap-8 md:grid-cols-2">
              {group.map((number) => (
                <WallNumber key={number.code} number={number} dashboard={dashboard} />
              ))}
            </div>
          ))}
        </WallTurn>
      </ClientMessages>
    </>
  );
}
