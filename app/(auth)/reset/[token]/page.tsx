import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/access/door";
import { ResetForm } from "@/components/access/link-forms";
import { UnusableLink } from "@/components/access/unusable-link";
import { ClientMessages } from "@/components/layout/client-messages";
import { loadLink } from "@/lib/features/access/loaders";

type Props = { params: Promise<{ token: string }> };

/** The address is a secret: it goes into no Referer header and no search index. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.reset");
  return { title: t("title"), referrer: "no-referrer", robots: { index: false, follow: false } };
}

export default async function ResetPassword({ params }: Props) {
  const { token } = await params;
  if (token.length > 100) notFound();
  const t = await getTranslations("access.reset");
  const { usable } = await loadLink("", { kind: "reset", token });
  if (!usable) return <UnusableLink />;
  return (
    <Door title={t("title")} lead={t("lead")}>
      <ClientMessages namespaces={["access"]}>
        <ResetForm token={token} />
      </ClientMessages>
    </Door>
  );
}
