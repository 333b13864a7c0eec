import { useLocale } from "next-intl";
import { chooseLocale } from "@/lib/i18n/locale-action";
import { barItem } from "./names";

/** Offers the other language, in that language. */
export function LanguageSwitch() {
  const other = useLocale() === "en" ? "zh-CN" : "en";
  return (
    <form action={chooseLocale}>
      <button type="submit" name="locale" value={other} lang={other} className={barItem}>
        {other === "en" ? "English" : "中文"}
      </button>
    </form>
  );
}
