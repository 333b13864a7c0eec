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

/** Pages that belong to no alliance, as the reader may open them. */
async function platformPages(admin: boolean) {
  const [t, tabs] = await Promise.all([
    getTranslations("common"),
    getTranslations("access.admin.tabs"),
  ]);
  const page = (href: string, ...names: string[]) => ({ href, name: names.join(" · ") });
  return [
    page("/", t("shell.allAlliances")),
    page("/regions", t("find.regions")),
    page("/me", t("shell.me")),
    ...(admin
      ? [
          page("/admin", t("shell.admin"), tabs("users")),
          page("/admin/alliances", t("shell.admin"), tabs("alliances")),
          page("/admin/outbox", t("shell.admin"), tabs("outbox")),
          page("/admin/health", t("shell.admin"), tabs("health")),
        ]
      : []),
  ];
}

/** The top bar for whoever is asking. */
export async function Banner() {
  const t = await getTranslations("common.shell");
  const actor = await currentActor();
  const admin = actor.roles.some((held) => held.role === "platform_admin");
  const theme = (await cookies()).get(themeCookie)?.value;
  return (
    <TopBar menu={<MenuButton />}>
      <QuickFind signedIn={actor.userId !== null} pages={await platformPages(admin)} />
      <LanguageSwitch />
      {actor.userId ? (
        <PersonMenu name={actor.name} theme={isTheme(theme) ? theme : undefined}>
          {admin && (
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
