import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { bodyName } from "@/components/meetings/body-name";
import { MeetingTable } from "@/components/meetings/meeting-table";
import { MeetingTabs } from "@/components/meetings/tabs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect, FilterText } from "@/components/ui/filter-bar";
import { Pagination } from "@/components/ui/pagination";
import { loadBodies } from "@/lib/features/bodies/loaders";
import { loadMeetings } from "@/lib/features/meetings/loaders";
import { mayPrepare, mayPropose, mayRecord } from "@/lib/features/meetings/policy";
import { listMeetingsInput } from "@/lib/features/meetings/schema/record";
import { meetingFindings } from "@/lib/features/meetings/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { TakeTable } from "../_sections/take-table";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("meetings"))("title") };
}

export default async function MeetingsPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const search = knownSearch(listMeetingsInput, await searchParams);
  const [t, locale, list, bodies, actor] = await Promise.all([
    getTranslations("meetings"),
    getLocale(),
    loadMeetings(alliance, search),
    loadBodies(alliance, { dissolved: "included" }),
    currentActor(),
  ]);
  const base = `/a/${alliance}/meetings`;
  const { sort, from, to, held } = search;
  const href = (changes: Record<string, string | undefined>) => addressWith(base, search, changes);
  const record = mayRecord(actor, bodies.allianceId) && (
    <ButtonLink href={`${base}/record`}>{t("record")}</ButtonLink>
  );
  const draft = mayPrepare(actor, bodies.allianceId) && (
    <ButtonLink href={`${base}/new`} variant="primary">
      {t("prepare.new")}
    </ButtonLink>
  );
  const named = bodies.items.map((body) => ({ value: body.id, label: bodyName(body, locale) }));
  const filtered = Object.keys(search).some((name) => name !== "sort" && name !== "page");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            {draft}
            {record}
          </>
        }
      />
      <MeetingTabs base={base} here="list" proposes={mayPropose(actor, bodies.allianceId)} />
      <div className="mb-3">
        <FilterBar action={base} keep={{ sort, from, to, held }}>
          <FilterText name="q" label={t("field.search")} defaultValue={search.q} />
          <FilterSelect
            name="body"
            label={t("field.body")}
            defaultValue={search.body}
            options={named}
          />
          <FilterSelect
            name="finding"
            label={t("field.finding")}
            defaultValue={search.finding}
            options={meetingFindings.map((value) => ({ value, label: t(`finding.${value}`) }))}
          />
          <FilterText
            name="year"
            label={t("field.year")}
            inputMode="numeric"
            defaultValue={search.year}
          />
        </FilterBar>
      </div>
      <MeetingTable
        rows={list.items}
        base={base}
        sort={sort ?? "-heldAt"}
        href={href}
        empty={
          filtered ? (
            <EmptyState title={t("emptyFiltered")} hint={t("emptyFilteredHint")} />
          ) : (
            <EmptyState title={t("empty")} hint={t("emptyHint")} action={record} />
          )
        }
      />
      <Pagination of={list} href={(page) => href({ page: String(page) })}>
        <TakeTable alliance={alliance} table="meetings" search={search} />
      </Pagination>
    </>
  );
}
