import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control";
import { Panel } from "@/components/ui/panel";
import { locales } from "@/lib/i18n/locales";

/** The language of the screen and of mail in one choice. */
export function LanguagePanel({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("access.me.language");
  const locale = useLocale();
  return (
    <Panel id="language" title={t("title")} description={t("hint")}>
      <form action={action} className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1 font-medium">
          {t("label")}
          <select key={locale} name="locale" defaultValue={locale} className={controlClass}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {t(one)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit">{t("submit")}</Button>
      </form>
    </Panel>
  );
}
