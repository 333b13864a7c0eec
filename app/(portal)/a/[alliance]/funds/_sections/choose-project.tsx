import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterText } from "@/components/ui/filter-bar";
import { Panel } from "@/components/ui/panel";
import { mayReceive } from "@/lib/features/funds/rules/promises";
import { loadProjects } from "@/lib/features/projects/loaders";

/** First step of entering a receipt: for which project, the latest number first. */
export async function ChooseProject({ alliance, q }: { alliance: string; q: string }) {
  const base = `/a/${alliance}/funds/enter`;
  const [t, words, list] = await Promise.all([
    getTranslations("funds.receipt"),
    getTranslations("projects"),
    loadProjects(alliance, { q: q.slice(0, 100), sort: "-code", pageSize: 50 }),
  ]);
  // An ended project takes no entry: its form would only say so.
  const numbered = list.items.filter((one) => one.code && mayReceive(one.state));
  return (
    <Panel title={t("choose")} description={t("chooseHint")}>
      <FilterBar action={base}>
        <FilterText
          name="q"
          label={words("filter.q")}
          placeholder={words("filter.qHint")}
          defaultValue={q}
        />
      </FilterBar>
      {numbered.length === 0 ? (
        <EmptyState title={words("empty")} />
      ) : (
        <ul className="mt-3 divide-y divide-line">
          {numbered.map((one) => (
            <li key={one.id} className="py-2">
              <Link href={`${base}?project=${one.id}`}>
                {one.code} {one.title}
              </Link>
              <p className="text-sm text-muted">
                {[one.lead, ...one.partners].map((party) => party.name).join(words("separator"))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
