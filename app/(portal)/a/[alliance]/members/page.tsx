import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { positionWords } from "@/components/memberships/position-words";
import { chosenColumns } from "@/components/memberships/register-columns";
import { RegisterFilters } from "@/components/memberships/register-filters";
import { ViewChoice } from "@/components/memberships/view-choice";
import { Pagination } from "@/components/ui/pagination";
import { type Action, reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadMembers } from "@/lib/features/memberships/loaders";
import { listMembersInput } from "@/lib/features/memberships/schema/register";
import { formatDay } from "@/lib/i18n/format";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { NobodyHere } from "./_sections/nobody-here";
import { MoreOfRegister, RegisterActions } from "./_sections/register-actions";
import { RegisterList } from "./_sections/register-list";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.register"))("title") };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

export default async function MembersPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const raw = await searchParams;
  // The filter's choice of all comes as an empty parameter, which is another thing than none.
  const filters = knownSearch(listMembersInput, {
    ...raw,
    status: raw.status === "" ? "all" : raw.status,
  });
  const view = { columns: one(raw.columns) };
  const [t, locale, list, alliance, actor] = await Promise.all([
    getTranslations("memberships"),
    getLocale(),
    loadMembers(slug, filters),
    // The frame around the page asks the same, so it costs nothing here.
    loadFrame(slug, {}),
    currentActor(),
  ]);
  const base = `/a/${slug}/members`;
  const href = (changes: Record<string, string | undefined>) =>
    addressWith(base, { ...filters, ...view }, changes);
  const may = (action: Action) => reachOf(action, actor.roles, alliance.id)?.whole === true;
  const exports = reachOf("export.table", actor.roles, alliance.id) !== undefined;
  const columns = chosenColumns(view.columns, list.internal);
  const positionWord = positionWords(alliance.positionLabels, locale, (position) =>
    t(`position.${position}`),
  );
  return (
    <>
      <PageHeader
        title={t("register.title")}
        description={t(filters.asOf ? "register.descriptionPast" : "register.description", {
          asOf: formatDay(list.asOf, locale),
        })}
        actions={<RegisterActions slug={slug} may={may} />}
        more={
          <MoreOfRegister
            slug={slug}
            filters={{ ...filters, columns: columns.join(",") }}
            may={may}
            exports={exports}
          />
        }
      />
      <RegisterFilters
        action={base}
        search={{ ...filters, ...view }}
        nodes={alliance.chainNodes}
        internal={list.internal}
        positionWord={positionWord}
      />
      <div className="flex justify-end py-1">
        <ViewChoice chosen={columns} internal={list.internal} href={href} />
      </div>
      <RegisterList
        rows={list.items}
        columns={columns}
        slug={slug}
        asOf={list.asOf}
        sort={filters.sort ?? "name"}
        positionWord={positionWord}
        href={href}
        empty={<NobodyHere base={base} filters={filters} />}
        filters={filters}
        exports={exports}
        tags={may("organization.update")}
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })} />
    </>
  );
}
