import { useLocale, useTranslations } from "next-intl";
import {
  type MemberPosition,
  memberPositions,
  membershipStatuses,
} from "@/lib/features/memberships/types";
import {
  chainPositions,
  enterpriseTags,
  organizationKinds,
} from "@/lib/features/organizations/types";
import { FilterBar, FilterDate, FilterSelect, FilterText } from "../ui/filter-bar";

/** Filters that are folded away until one of them is used. */
const MORE = ["position", "chain", "node", "tag"] as const;

type Node = { id: string; name: string; nameEn: string | null };

/** Filters of the register; they are the address, so that a view can be sent to a colleague. */
export function RegisterFilters({
  action,
  search,
  nodes,
  internal,
  positionWord,
}: {
  action: string;
  search: Readonly<Record<string, string>>;
  nodes: readonly Node[];
  internal: boolean;
  positionWord: (position: MemberPosition) => string;
}) {
  const t = useTranslations("memberships");
  const o = useTranslations("organizations");
  const locale = useLocale();
  const named = <T extends string>(values: readonly T[], word: (value: T) => string) =>
    values.map((value) => ({ value, label: word(value) }));
  return (
    <FilterBar
      action={action}
      keep={{
        sort: search.sort,
        columns: search.columns,
        lead: search.lead,
      }}
      used={[...MORE, "kind", "status", "asOf"].some((name) => search[name])}
    >
      <FilterText
        name="q"
        label={t(internal ? "register.searchWithCode" : "register.search")}
        defaultValue={search.q}
        maxLength={200}
      />
      <FilterSelect
        name="kind"
        label={t("register.kind")}
        defaultValue={search.kind}
        options={named([...organizationKinds, "vocational"] as const, (kind) => o(`kind.${kind}`))}
      />
      <FilterSelect
        name="status"
        label={t("register.status")}
        defaultValue={search.status === "all" ? "" : (search.status ?? "current")}
        options={named(["current", ...membershipStatuses] as const, (status) =>
          t(`status.${status}`),
        )}
      />
      <FilterDate name="asOf" label={t("register.asOf")} defaultValue={search.asOf} />
      <details open={MORE.some((name) => search[name])} className="basis-full">
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-sm text-accent">
          {t("register.moreFilters")}
        </summary>
        <div className="flex flex-wrap gap-x-3 gap-y-2 pt-1">
          <FilterSelect
            name="position"
            label={t("register.position")}
            defaultValue={search.position}
            options={named(memberPositions, positionWord)}
          />
          <FilterSelect
            name="chain"
            label={t("register.chain")}
            defaultValue={search.chain}
            options={[
              ...named(chainPositions, (chain) => o(`chain.${chain}`)),
              { value: "none", label: t("register.chainNone") },
            ]}
          />
          {nodes.length > 0 && (
            <FilterSelect
              name="node"
              label={t("register.node")}
              defaultValue={search.node}
              options={nodes.map((node) => ({
                value: node.id,
                label: (locale === "en" && node.nameEn) || node.name,
              }))}
            />
          )}
          <FilterSelect
            name="tag"
            label={t("register.tag")}
            defaultValue={search.tag}
            options={named(enterpriseTags, (tag) => o(`tag.${tag}`))}
          />
        </div>
      </details>
    </FilterBar>
  );
}
