import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { TabLinks } from "@/components/ui/tabs";

const tabs = [
  { key: "users", href: "/admin" },
  { key: "alliances", href: "/admin/alliances" },
  { key: "outbox", href: "/admin/outbox" },
  { key: "health", href: "/admin/health" },
] as const;

/** What the administrator looks after, and what is not theirs to touch. */
export function AdminHeader({ current }: { current: (typeof tabs)[number]["key"] }) {
  const t = useTranslations("access.admin");
  return (
    <div className="mb-4">
      <PageHeader title={t("title")} description={t("description")} />
      <TabLinks
        label={t("tabs.label")}
        items={tabs.map(({ key, href }) => ({
          href,
          label: t(`tabs.${key}`),
          current: key === current,
        }))}
      />
    </div>
  );
}
