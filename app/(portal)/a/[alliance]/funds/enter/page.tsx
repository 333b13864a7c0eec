import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import type { RawSearch } from "@/lib/kernel/address";
import { ChooseProject } from "../_sections/choose-project";
import { WriteEntry, ways } from "../_sections/write-entry";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("receipt.title") };
}

export default async function EnterPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const { project, q, way, instalment } = await searchParams;
  const t = await getTranslations("funds");
  return (
    <ClientMessages namespaces={["funds"]}>
      <PageHeader
        title={t("receipt.title")}
        description={t("receipt.description")}
        breadcrumbs={[
          { href: `/a/${alliance}/funds`, label: t("title") },
          { label: t("receipt.title") },
        ]}
      />
      {typeof project === "string" ? (
        <WriteEntry
          alliance={alliance}
          id={project}
          way={ways.find((one) => one === way) ?? "in"}
          instalment={typeof instalment === "string" ? instalment : undefined}
        />
      ) : (
        <ChooseProject alliance={alliance} q={typeof q === "string" ? q : ""} />
      )}
    </ClientMessages>
  );
}
