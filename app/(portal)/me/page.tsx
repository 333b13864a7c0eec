import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { KeysPanel } from "@/components/access/keys-panel";
import { PasswordPanel } from "@/components/access/password-panel";
import { SessionsPanel } from "@/components/access/sessions-panel";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { LanguagePanel } from "@/components/people/language-panel";
import { ProfilePanel } from "@/components/people/profile-panel";
import { Notice } from "@/components/ui/notice";
import { loadKeys, loadSessions } from "@/lib/features/access/loaders";
import { chooseLanguageAction } from "@/lib/features/people/actions";
import { loadProfile } from "@/lib/features/people/loaders";
import { chooseLocale } from "@/lib/i18n/locale-action";
import { isLocale } from "@/lib/i18n/locales";
import { signInPath } from "@/lib/platform/auth/safe-path";
import { currentActor } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.me"))("title") };
}

/** The screen follows this browser's cookie, mail follows the account. */
async function chooseBoth(form: FormData): Promise<void> {
  "use server";
  await chooseLocale(form);
  const language = form.get("locale");
  if (isLocale(language)) await chooseLanguageAction("", { language });
}

export default async function Me() {
  const actor = await currentActor();
  if (!actor.userId) redirect(signInPath("/me"));
  const t = await getTranslations("access.me");
  if (actor.roles.length === 0) {
    return (
      <>
        <PageHeader title={t("title")} description={actor.name} />
        <Notice tone="attention">{t("noRole")}</Notice>
      </>
    );
  }
  const [profile, sessions, keys] = await Promise.all([
    loadProfile("", {}),
    loadSessions("", {}),
    loadKeys("", {}),
  ]);
  return (
    <ClientMessages namespaces={["access"]}>
      <PageHeader title={t("title")} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <ProfilePanel profile={profile} />
          <PasswordPanel hasPassword={profile.hasPassword} />
          <LanguagePanel action={chooseBoth} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <SessionsPanel sessions={sessions.items} />
          <KeysPanel keys={keys.items} />
        </div>
      </div>
    </ClientMessages>
  );
}
