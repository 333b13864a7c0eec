import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tabs";
import type { HomeView } from "@/lib/features/homes/types";

type Props = {
  base: string;
  views: readonly HomeView[];
  organizations: readonly { id: string; name: string }[];
  current: string;
};

/** The first screens of one person: one per role, one per organization. A single one needs no tabs. */
export function HomeTabs({ base, views, organizations, current }: Props) {
  const t = useTranslations("homes");
  const items = [
    ...views.map((view) => ({
      id: view as string,
      href: `${base}?view=${view}`,
      label: t(`view.${view}`),
    })),
    ...organizations.map(({ id, name }) => ({
      id,
      href: `${base}?organization=${id}`,
      label: name,
    })),
  ];
  if (items.length < 2) return null;
  return (
    <div className="mb-4 print:hidden">
      <TabLinks
        label={t("tabs")}
        items={items.map(({ id, href, label }) => ({ href, label, current: id === current }))}
      />
    </div>
  );
}
