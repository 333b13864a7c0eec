import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateItemForm } from "@/components/calls/list-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { TabLinks } from "@/components/ui/tabs";
import { loadListItems } from "@/lib/features/calls/loaders";
import { listKinds } from "@/lib/features/calls/types";
import type { RawSearch } from "@/lib/kernel/address";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("lists.add") };
}

export default async function NewItemPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const wanted = (await searchParams).kind;
  const kind = listKinds.find((one) => one === wanted) ?? "technology";
  const [t, { mayAdd, own, anyMember }] = await Promise.all([
    getTranslations("calls.lists"),
    loadListItems(alliance, { kind }),
  ]);
  if (!mayAdd) notFound();
  const base = `/a/${alliance}/calls/lists`;
  return (
    <ClientMessages namespaces={["calls", "organizations"]}>
      <PageHeader
        title={t("add")}
        breadcrumbs={[{ href: `${base}?kind=${kind}`, label: t("title") }, { label: t("add") }]}
      />
      <div className="mb-4">
        <TabLinks
          label={t("title")}
          items={listKinds.map((one) => ({
            href: `${base}/new?kind=${one}`,
            label: t(`kind.${one}`),
            current: one === kind,
          }))}
        />
      </div>
      <div className="max-w-xl">
        <CreateItemForm key={kind} tenant={alliance} kind={kind} own={own} anyMember={anyMember} />
      </div>
    </ClientMessages>
  );
}
