import { getTranslations } from "next-intl/server";
import { CreateAgreementForm, type Started } from "@/components/agreements/agreement-forms";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { loadCollege } from "@/lib/features/colleges/loaders";
import { getCollegeInput } from "@/lib/features/colleges/schema/colleges";
import type { RawSearch } from "@/lib/kernel/address";
import { loadTargets } from "../_sections/targets";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("agreements"))("create") };
}

/** Of a college: its name, its parties and the kind are known. */
async function startedFor(
  alliance: string,
  college: RawSearch[string],
): Promise<Started | undefined> {
  const input = getCollegeInput.safeParse({ collegeId: college });
  if (!input.success) return undefined;
  const [t, { id, name, members }] = await Promise.all([
    getTranslations("agreements"),
    loadCollege(alliance, input.data),
  ]);
  return {
    title: t("titleFor", { name }),
    kind: "industry_college",
    parties: members.map((one) => ({ id: one.id, name: one.name })),
    links: [{ kind: "college", id, name, offeringId: null }],
  };
}

export default async function NewAgreementPage({ params, searchParams }: Props) {
  const [{ alliance }, { college }] = await Promise.all([params, searchParams]);
  const [t, targets, started] = await Promise.all([
    getTranslations("agreements"),
    loadTargets(alliance),
    startedFor(alliance, college),
  ]);
  return (
    <ClientMessages namespaces={["agreements"]}>
      <PageHeader
        title={t("create")}
        breadcrumbs={[
          { href: `/a/${alliance}/agreements`, label: t("title") },
          { label: t("create") },
        ]}
      />
      <div className="max-w-xl">
        <CreateAgreementForm tenant={alliance} targets={targets} started={started} />
      </div>
    </ClientMessages>
  );
}
