import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { ResolutionView } from "@/lib/features/resolutions/schema";

/** Repealed, and what was done on its strength stands: said first of all. */
export async function Standing({ resolution }: { resolution: ResolutionView }) {
  const [t, m] = await Promise.all([
    getTranslations("resolutions.undo"),
    getTranslations("meetings.effect.choose"),
  ]);
  if (!resolution.effectStands) return null;
  return (
    <div className="mb-4">
      <Notice tone="attention" title={t("title")}>
        {t("note", { what: m(resolution.effectStands) })}
      </Notice>
    </div>
  );
}
