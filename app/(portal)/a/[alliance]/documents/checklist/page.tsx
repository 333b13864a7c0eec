import { getTranslations } from "next-intl/server";
import { LibraryTabs } from "@/app/_sections/library-tabs";
import { Checklist } from "@/components/documents/checklist";
import { PageHeader } from "@/components/layout/page-header";
import { reachOf } from "@/lib/features/access/policy";
import { loadFrame } from "@/lib/features/alliances/loaders";
import { loadChecklist } from "@/lib/features/documents/loaders";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("documents"))("tab.checklist") };
}

export default async function ChecklistPage({ params }: Props) {
  const { alliance } = await params;
  const [t, { items }, frame, actor] = await Promise.all([
    getTranslations("documents"),
    loadChecklist(alliance, {}),
    loadFrame(alliance, {}),
    currentActor(),
  ]);
  const have = items.filter(({ adopted }) => adopted !== null).length;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("checklist.summary", { have, missing: items.length - have })}
      />
      <LibraryTabs alliance={alliance} current="checklist" />
      <Checklist
        items={items}
        base={`/a/${alliance}/documents`}
        writes={reachOf("document.write", actor.roles, frame.id) !== undefined}
      />
    </>
  );
}
