import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { ReceiptForm } from "@/components/funds/receipt-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/notice";
import { loadProject } from "@/lib/features/projects/loaders";
import { formatMoney } from "@/lib/i18n/format";
import type { RawSearch } from "@/lib/kernel/address";
import { dayIn } from "@/lib/kernel/dates";
import { ChooseProject } from "../_sections/choose-project";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("funds"))("receipt.title") };
}

async function Form({ alliance, id }: { alliance: string; id: string }) {
  const [t, locale, project] = await Promise.all([
    getTranslations("funds"),
    getLocale(),
    loadProject(alliance, { id }),
  ]);
  const { inside } = project;
  if (!inside?.may.enter) return <Notice tone="attention">{t("receipt.chooseHint")}</Notice>;
  const confirmed = inside.commitments.filter((one) => one.state === "confirmed");
  return (
    <div className="max-w-xl">
      <p className="mb-4">
        <Link href={`/a/${alliance}/projects/${id}?view=money`}>
          {project.code} {project.title}
        </Link>
      </p>
      <ReceiptForm
        tenant={alliance}
        projectId={id}
        today={dayIn(new Date(), "Asia/Shanghai")}
        organizations={inside.parties.map((one) => ({ value: one.id, label: one.name }))}
        commitments={confirmed.map((one) => {
          const amount = formatMoney(one.amount, locale);
          const received = formatMoney(one.received, locale);
          return {
            value: one.id,
            label: t("receipt.commitmentOption", {
              organization: one.organizationName,
              kind: t(`kind.${one.kind}`),
              amount: amount.text,
              unit: amount.unit,
              received: `${received.text} ${received.unit}`,
            }),
          };
        })}
      />
    </div>
  );
}

export default async function EnterReceiptPage({ params, searchParams }: Props) {
  const { alliance } = await params;
  const { project, q } = await searchParams;
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
        <Form alliance={alliance} id={project} />
      ) : (
        <ChooseProject alliance={alliance} q={typeof q === "string" ? q : ""} />
      )}
    </ClientMessages>
  );
}
