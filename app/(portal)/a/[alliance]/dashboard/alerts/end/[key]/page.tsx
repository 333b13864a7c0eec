import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EndByLinkForm } from "@/components/alerts/alert-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { endByLinkInput } from "@/lib/features/alerts/schema";

type Props = { params: Promise<{ alliance: string; key: string }> };

/** The address is the key: it is not indexed and not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("alerts"))("endTitle"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

/** Whoever has the mail ends it, without signing in. */
export default async function EndAlertPage({ params }: Props) {
  const { alliance, key } = await params;
  if (!endByLinkInput.safeParse({ key }).success) notFound();
  const t = await getTranslations("alerts");
  return (
    <ClientMessages namespaces={["alerts"]}>
      <PageHeader title={t("endTitle")} description={t("endNote")} />
      <div className="max-w-md">
        <EndByLinkForm tenant={alliance} linkKey={key} />
      </div>
    </ClientMessages>
  );
}
