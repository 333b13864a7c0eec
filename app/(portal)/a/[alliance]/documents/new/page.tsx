import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateDocumentForm } from "@/components/documents/document-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { listDocumentsInput } from "@/lib/features/documents/schema";
import { knownSearch, type RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("create") };
}

export default async function NewDocumentPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const { kind } = knownSearch(listDocumentsInput, await searchParams);
  const [t, frame, actor] = await Promise.all([
    getTranslations("documents"),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  if (!reachOf("document.write", actor.roles, frame.id)) notFound();
  return (
    <>
      <PageHeader
        title={t("create")}
        breadcrumbs={[
          { href: `/a/${alliance}/documents`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <ClientMessages namespaces={["documents"]}>
        <div className="max-w-3xl">
          <Panel>
            <CreateDocumentForm tenant={alliance} kind={kind} />
          </Panel>
        </div>
      </ClientMessages>
    </>
  );
}
