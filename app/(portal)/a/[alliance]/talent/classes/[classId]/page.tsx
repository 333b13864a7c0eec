import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClassFacts } from "@/components/classes/class-facts";
import { PartnerForm, YearForm } from "@/components/classes/class-forms";
import { ClassYears } from "@/components/classes/class-years";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { loadClass } from "@/lib/features/classes/loaders";
import { getClassInput } from "@/lib/features/classes/schema";

type Props = { params: Promise<{ alliance: string; classId: string }> };

const load = async (params: Props["params"]) => {
  const { alliance, classId } = await params;
  const input = getClassInput.safeParse({ classId });
  if (!input.success) notFound();
  return { alliance, found: await loadClass(alliance, input.data) };
};

export async function generateMetadata({ params }: Props) {
  return { title: (await load(params)).found.name };
}

export default async function ClassPage({ params }: Props) {
  const [t, { alliance, found }] = await Promise.all([getTranslations("classes"), load(params)]);
  return (
    <ClientMessages namespaces={["classes", "programmes"]}>
      <PageHeader
        title={found.name}
        breadcrumbs={[
          { href: `/a/${alliance}/talent/classes`, label: t("title") },
          { label: found.name },
        ]}
        badge={<Badge>{t(`kind.${found.kind}`)}</Badge>}
      />
      <div className="flex flex-col gap-4">
        <Panel>
          <ClassFacts found={found} base={`/a/${alliance}`} />
        </Panel>
        <Panel title={t("years")}>
          <ClassYears years={found.years} />
        </Panel>
        {found.mayManage && (
          <Panel>
            <div className="flex flex-col gap-4">
              <YearForm tenant={alliance} classId={found.id} years={found.years} />
              <PartnerForm
                key={found.version}
                tenant={alliance}
                classId={found.id}
                version={found.version}
              />
            </div>
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
