import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EditForm } from "@/components/calls/need-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadCall } from "@/lib/features/calls/loaders";
import { getCallInput } from "@/lib/features/calls/schema/view";

type Props = { params: Promise<{ alliance: string; id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("calls"))("form.edit") };
}

export default async function EditCallPage({ params }: Props) {
  const { alliance, id } = await params;
  const input = getCallInput.safeParse({ id });
  if (!input.success) notFound();
  const [t, call] = await Promise.all([getTranslations("calls"), loadCall(alliance, input.data)]);
  if (!call.may.edit || !call.details || !call.inside) notFound();
  const base = `/a/${alliance}/calls`;
  return (
    <ClientMessages namespaces={["calls"]}>
      <PageHeader
        title={t("form.edit")}
        breadcrumbs={[
          { href: base, label: t("title") },
          { href: `${base}/${id}`, label: call.title },
          { label: t("form.edit") },
        ]}
      />
      <div className="max-w-xl">
        <EditForm
          tenant={alliance}
          id={call.id}
          version={call.version}
          title={call.inside.title}
          publicTitle={call.inside.publicTitle}
          call={call}
          details={call.details}
        />
      </div>
    </ClientMessages>
  );
}
