import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ExistingRecord, FindFirst } from "@/components/organizations/find-first";
import { CreateOrganizationForm } from "@/components/organizations/organization-form";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadAlliance } from "@/lib/features/alliances/loaders";
import { loadLookup } from "@/lib/features/organizations/loaders";
import {
  isCreditCode,
  normalizeCreditCode,
  readCreditCode,
} from "@/lib/features/organizations/rules/credit-code";
import type { RawSearch } from "@/lib/kernel/address";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ alliance: string }>; searchParams: Promise<RawSearch> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.create"))("title") };
}

const text = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.slice(0, 200).trim() : "";

/** Who is on the register already under this code or name. */
async function findExisting(slug: string, code: string, name: string) {
  if (!code && !name) return undefined;
  const { items } = await loadLookup(slug, { q: code || name });
  return items.find((item) => (code ? item.creditCode === code : item.name === name));
}

export default async function NewOrganizationPage({ params, searchParams }: Props) {
  const { alliance: slug } = await params;
  const raw = await searchParams;
  const typed = text(raw.code);
  const name = text(raw.name);
  const code = normalizeCreditCode(typed);
  const valid = isCreditCode(code);
  const [t, m, alliance, actor] = await Promise.all([
    getTranslations("organizations.create"),
    getTranslations("memberships.register"),
    loadAlliance(slug, {}),
    currentActor(),
  ]);
  if (!reachOf("organization.create", actor.roles, alliance.id)?.whole) notFound();
  const existing = await findExisting(slug, valid ? code : "", name);
  const base = `/a/${slug}/members`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        breadcrumbs={[{ href: base, label: m("title") }, { label: t("title") }]}
      />
      <div className="flex flex-col gap-4">
        <FindFirst action={`${base}/new`} code={typed} name={name} fault={typed !== "" && !valid} />
        {existing && <ExistingRecord found={existing} slug={slug} byCode={valid} />}
        {!existing && (valid || name !== "") && (
          <Panel title={t("stepDetails")} description={t(valid ? "free" : "free_named")}>
            <ClientMessages namespaces={["organizations"]}>
              <CreateOrganizationForm
                key={code || name}
                tenant={slug}
                given={valid ? { creditCode: code, ...readCreditCode(code) } : { name }}
              />
            </ClientMessages>
            <p className="pt-4 text-sm text-muted">{t("note")}</p>
          </Panel>
        )}
      </div>
    </>
  );
}
