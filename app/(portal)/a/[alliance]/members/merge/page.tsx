import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { MergeChoice, ProposeMergeForm } from "@/components/organizations/merge-forms";
import { isOneUnit, MergePreview } from "@/components/organizations/merge-preview";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadMergePreview } from "@/lib/features/organizations/loaders";
import { previewMergeInput } from "@/lib/features/organizations/schema/organizations";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.merge"))("title") };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const { survivorId, absorbedId } = knownSearch(previewMergeInput, await searchParams);
  const [t, m, alliance, actor] = await Promise.all([
    getTranslations("organizations.merge"),
    getTranslations("memberships.register"),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  if (!reachOf("organization.propose_merge", actor.roles, alliance.id)?.whole) notFound();
  const same = survivorId !== undefined && survivorId === absorbedId;
  const preview =
    survivorId && absorbedId && !same
      ? await loadMergePreview(slug, { survivorId, absorbedId })
      : undefined;
  const base = `/a/${slug}/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumbs={[{ href: base, label: m("title") }, { label: t("title") }]}
      />
      <ClientMessages namespaces={["organizations"]}>
        <div className="flex flex-col gap-4">
          <Panel>
            <MergeChoice
              key={`${survivorId}${absorbedId}`}
              action={`${base}/merge`}
              tenant={slug}
              survivor={preview?.survivor ?? null}
              absorbed={preview?.absorbed ?? null}
            />
          </Panel>
          {same && <Notice tone="problem">{t("same")}</Notice>}
          {preview && (
            <Panel title={t("previewTitle")}>
              <div className="flex flex-col gap-6">
                <MergePreview preview={preview} />
                {isOneUnit(preview) && (
                  <ProposeMergeForm
                    tenant={slug}
                    survivorId={preview.survivor.id}
                    absorbedId={preview.absorbed.id}
                  />
                )}
              </div>
            </Panel>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
