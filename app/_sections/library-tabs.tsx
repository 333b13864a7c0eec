import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/ui/tabs";

/** The library's three views: documents, the checklist, and the rules that rest on them. */
export async function LibraryTabs({
  alliance,
  current,
}: {
  alliance: string;
  current: "list" | "checklist" | "rules";
}) {
  const t = await getTranslations("documents");
  const b = await getTranslations("bodies.rules");
  const base = `/a/${alliance}`;
  return (
    <div className="mb-4">
      <TabLinks
        label={t("title")}
        items={[
          { href: `${base}/documents`, label: t("tab.list"), current: current === "list" },
          {
            href: `${base}/documents/checklist`,
            label: t("tab.checklist"),
            current: current === "checklist",
          },
          { href: `${base}/settings/rules`, label: b("title"), current: current === "rules" },
        ]}
      />
    </div>
  );
}
