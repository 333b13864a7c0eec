import { getTranslations } from "next-intl/server";
import { Comparison } from "@/components/documents/comparison";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadComparison } from "@/lib/features/documents/loaders";

type Props = { params: Promise<{ alliance: string; documentId: string; withId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("title") };
}

export default async function ComparePage({ params }: Props) {
  const { alliance, documentId, withId } = await params;
  const [t, { before, after, lines }] = await Promise.all([
    getTranslations("documents"),
    loadComparison(alliance, { documentId, withId }),
  ]);
  const base = `/a/${alliance}/documents`;
  const title = t("compare.title", {
    title: after.title,
    before: before.version,
    after: after.version,
  });
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${after.id}`, label: after.title },
          { label: t("versionN", { version: before.version }) },
        ]}
      />
      <Panel>
        <Comparison lines={lines} />
      </Panel>
    </>
  );
}
