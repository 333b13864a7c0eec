import { getLocale, getTranslations } from "next-intl/server";
import { NoticeTable } from "@/components/applications/notice-table";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadNotices } from "@/lib/features/applications/loaders";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("applications.notice"))("title") };
}

/** 公示 is for everybody: it names no contact and asks for no account. */
export default async function NoticesPage({ params }: Props) {
  const { alliance } = await params;
  const [t, locale, frame, { items }] = await Promise.all([
    getTranslations("applications.notice"),
    getLocale(),
    loadFrame(alliance, {}),
    loadNotices(alliance, {}),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        breadcrumbs={[
          { href: `/a/${alliance}`, label: (locale === "en" && frame.nameEn) || frame.name },
          { label: t("title") },
        ]}
      />
      <Panel>
        <NoticeTable rows={items} />
      </Panel>
    </>
  );
}
