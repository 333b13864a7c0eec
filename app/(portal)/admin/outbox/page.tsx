import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminHeader } from "@/components/access/admin-header";
import { OutboxTable } from "@/components/access/outbox-table";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { loadOutbox } from "@/lib/features/access/loaders";
import { reachOf } from "@/lib/features/access/policy";
import { outboxInput } from "@/lib/features/access/schema/accounts";
import { mailStates } from "@/lib/features/access/types";
import { addressWith, knownSearch, type RawSearch } from "@/lib/kernel/address";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.admin.outbox"))("caption") };
}

export default async function Outbox({ searchParams }: { searchParams: Promise<RawSearch> }) {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/admin/outbox"));
  // Whoever has no part in the platform's administration is not told that there is one.
  if (!reachOf("outbox.read", actor.roles, null)) notFound();
  const t = await getTranslations("access.admin.outbox");
  const filters = knownSearch(outboxInput, await searchParams);
  const { items, total, page, pageSize } = await loadOutbox("", filters);
  return (
    <>
      <AdminHeader current="outbox" />
      <div className="flex flex-col gap-3">
        {!env().SMTP_URL && <Notice tone="attention">{t("noServer")}</Notice>}
        <FilterBar action="/admin/outbox">
          <FilterSelect
            name="state"
            label={t("state")}
            defaultValue={filters.state}
            options={mailStates.map((value) => ({ value, label: t(value) }))}
          />
        </FilterBar>
        <OutboxTable rows={items} />
        <Pagination
          of={{ page, pageSize, total }}
          href={(number) => addressWith("/admin/outbox", filters, { page: String(number) })}
        />
      </div>
    </>
  );
}
