import { getTranslations } from "next-intl/server";
import { PostForm } from "@/components/calls/need-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadPosting } from "@/lib/features/calls/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("form.title") };
}

export default async function NewCallPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { own }] = await Promise.all([getTranslations("calls"), loadPosting(alliance, {})]);
  return (
    <ClientMessages namespaces={["calls"]}>
      <PageHeader
        title={t("form.title")}
        description={t("form.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/calls`, label: t("title") },
          { label: t("form.title") },
        ]}
      />
      <div className="max-w-xl">
        <PostForm tenant={alliance} own={own} />
      </div>
    </ClientMessages>
  );
}
