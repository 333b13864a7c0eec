import { cookies } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { MenuButton } from "@/components/layout/menu-button";
import { barItem, menuRow } from "@/components/layout/names";
import { PersonMenu } from "@/components/layout/person-menu";
import { SignOut } from "@/components/layout/sign-out";
import { TopBar } from "@/components/layout/top-bar";
import { QuickFind } from "@/components/organizations/quick-find";
import { isTheme, themeCookie } from "@/lib/i18n/theme";
import { currentActor } from "@/lib/platform/auth/session";
import { signOutAction } from "@/lib/platform/auth/sign-in-actions";

/** The top bar for whoever is asking. */
export async function Banner() {
  const t = await getTranslations("common.shell");
  const actor = await currentActor();
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <TopBar menu={<MenuButton />}>
      <QuickFind />
      <LanguageSwitch />
      {actor.userId ? (
        <PersonMenu name={actor.name} theme={isTheme(theme) ? theme : undefined}>
          {actor.roles.some((held) => held.role === "platform_admin") && (
            <Link href="/admin" className={menuRow}>
              {t("admin")}
            </Link>
          )}
          <SignOut action={signOutAction} className={menuRow} />
        </PersonMenu>
      ) : (
        <Link href="/sign-in" className={barItem}>
          {t("signIn")}
        </Link>
      )}
    </TopBar>
  );
}
