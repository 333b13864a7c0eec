import { useTranslations } from "next-intl";
import { chooseDensity } from "@/lib/i18n/locale-action";

/** How close the rows of every table stand, kept in this browser: the page comes with it, so nothing moves afterwards. */
export function DensitySwitch() {
  const t = useTranslations("common.density");
  return (
    <form action={chooseDensity} className="flex items-center gap-1 print:hidden">
      <span className="text-muted">{t("label")}</span>
      <button
        type="submit"
        name="density"
        value="comfortable"
        className="min-h-8 rounded px-2 font-semibold text-accent in-data-[density=compact]:font-normal in-data-[density=compact]:text-ink hover:bg-sunken"
      >
        {t("comfortable")}
        <span className="sr-only in-data-[density=compact]:hidden">{t("chosen")}</span>
      </button>
      <button
        type="submit"
        name="density"
        value="compact"
        className="min-h-8 rounded px-2 in-data-[density=compact]:font-semibold in-data-[density=compact]:text-accent hover:bg-sunken"
      >
        {t("compact")}
        <span className="sr-only not-in-data-[density=compact]:hidden">{t("chosen")}</span>
      </button>
    </form>
  );
}
