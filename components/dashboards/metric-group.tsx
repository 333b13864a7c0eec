import { useLocale, useTranslations } from "next-intl";
import type { Dashboard, MetricNumber } from "@/lib/features/dashboards/schema";
import { moneyUnitFor } from "@/lib/i18n/format";
import { cx } from "../ui/cx";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { NumberTile } from "./number-tile";
import { PastLess } from "./past-less";
import { TileExport } from "./tile-export";
import { YearChart } from "./year-chart";

/** Numbers that belong together and are never added to each other; money of a group in one unit. */
export function MetricGroup({
  tenant,
  dashboard,
  title,
  description,
  numbers,
  withYears = [],
  search,
}: {
  tenant: string;
  dashboard: Dashboard;
  title: string;
  description?: string;
  numbers: readonly MetricNumber[];
  /** Codes whose years are drawn below their number. */
  withYears?: readonly string[];
  /** The filters of the page, where the reader may take tables away. */
  search?: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("dashboards");
  const locale = useLocale();
  const amounts = numbers.filter(({ source }) => source === "funds").map(({ value }) => value);
  const [bare, shown] = [true, false].map((lacks) =>
    numbers.filter(({ state }) => (state === "no-past") === lacks),
  );
  const moneyUnit = moneyUnitFor(amounts, locale);
  return (
    <Panel title={title} {...(description && { description })}>
      {numbers.length === 0 ? (
        <EmptyState title={t("none")} hint={t("noneHint")} />
      ) : (
        <div className="grid grid-cols-2 gap-x-3 gap-y-4 md:gap-x-6 xl:grid-cols-3">
          {shown?.map((number) => (
            <div
              key={number.code}
              // A phone sets plain numbers in pairs; what carries a chart or a comparison has the whole line.
              className={cx(
                "min-w-0",
                (number.source === "outcomes" || withYears.includes(number.code)) &&
                  "max-md:col-span-2 print:col-span-1",
              )}
            >
              <NumberTile
                tenant={tenant}
                dashboard={dashboard}
                number={number}
                moneyUnit={moneyUnit}
              />
              {search && number.state === "value" && (
                <p className="px-4 text-sm print:hidden">
                  <TileExport tenant={tenant} number={number} search={search} />
                </p>
              )}
              {withYears.includes(number.code) && number.years.length > 0 && (
                <div className="mt-3">
                  <YearChart
                    tenant={tenant}
                    number={number}
                    dashboard={dashboard}
                    moneyUnit={moneyUnit}
                  />
                </div>
              )}
            </div>
          ))}
        </div>
      )}
      <PastLess numbers={bare ?? []} />
    </Panel>
  );
}
