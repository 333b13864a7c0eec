import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/access/door";
import { ForgottenForm } from "@/components/access/link-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { Notice } from "@/components/ui/notice";
import { env } from "@/lib/platform/env";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.forgotten"))("title") };
}

export default async function Forgotten() {
  const t = await getTranslations("access.forgotten");
  return (
    <Door title={t("title")} lead={t("lead")}>
      {!env().SMTP_URL && <Notice tone="attention">{t("noServer")}</Notice>}
      <ClientMessages namespaces={["access"]}>
        <ForgottenForm />
      </ClientMessages>
      <p className="text-sm text-muted">
        {t("otherwise")}
        <br />
        <Link href="/sign-in">{t("back")}</Link>
      </p>
    </Door>
  );
}
