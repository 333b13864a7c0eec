import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ImportColumns } from "@/components/memberships/import-columns";
import { ImportUpload } from "@/components/memberships/import-upload";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { getImportInput } from "@/lib/features/memberships/schema/import";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";
import { StagedImport } from "./_sections/staged-import";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("memberships.import"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const search = knownSearch(getImportInput, await searchParams);
  const [t, m, alliance, actor] = await Promise.all([
    getTranslations("memberships.import"),
    getTranslations("memberships.register"),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  if (!reachOf("import.upload_preview", actor.roles, alliance.id)?.whole) notFound();
  const base = `/a/${slug}/members`;
  const { importId } = search;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumbs={[{ href: base, label: m("title") }, { label: t("title") }]}
        actions={
          // A plain link: the router must not fetch a file in advance.
          <a
            href="/api/imports/organizations/template"
            download
            className="inline-flex min-h-9 items-center rounded border border-control bg-surface px-3 py-1 text-sm font-medium text-ink no-underline hover:bg-sunken"
          >
            {t("template")}
          </a>
        }
      />
      <ClientMessages namespaces={["memberships"]}>
        <div className="flex flex-col gap-4">
          <Panel title={t("step1")}>
            <ImportUpload tenant={slug} again={importId !== undefined} />
          </Panel>
          {importId ? (
            <StagedImport
              alliance={alliance}
              search={{ ...search, importId }}
              base={`${base}/import`}
            />
          ) : (
            <Panel title={t("columnsTitle")} description={t("columnsLead")}>
              <ImportColumns />
            </Panel>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
