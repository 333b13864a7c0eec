import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DecideMergeForms } from "@/components/organizations/merge-forms";
import { MergePreview } from "@/components/organizations/merge-preview";
import { MergeStateBadge } from "@/components/organizations/merge-state";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { reachOf } from "@/lib/features/access/policy";
import { loadMerge } from "@/lib/features/organizations/loaders";
import { formatInstant } from "@/lib/i18n/format";
import { currentActor } from "@/lib/platform/auth/session";

type Props = { params: Promise<{ proposalId: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("organizations.merge"))("title") };
}

export default async function MergeProposalPage({ params }: Props) {
  const { proposalId } = await params;
  const actor = await currentActor();
  if (!reachOf("organization.merge", actor.roles, null)) notFound();
  const [t, locale, { proposal, preview }] = await Promise.all([
    getTranslations("organizations.merge"),
    getLocale(),
    loadMerge("", { proposalId }),
  ]);
  const waits = proposal.state === "proposed";
  return (
    <>
      <PageHeader
        title={`${proposal.absorbed.name} → ${proposal.survivor.name}`}
        badge={<MergeStateBadge state={proposal.state} />}
        waitingFor={waits && t("waiting")}
        breadcrumbs={[
          { href: "/organizations/merges", label: t("proposals") },
          { label: t("title") },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Panel title={waits ? t("previewTitle") : t("reason")}>
          <div className="flex flex-col gap-4">
            <Facts
              items={[
                {
                  label: t("survivor"),
                  value: (
                    <Link href={`/organizations/${proposal.survivor.id}`}>
                      {proposal.survivor.name}
                    </Link>
                  ),
                },
                {
                  label: t("absorbed"),
                  value: (
                    <Link href={`/organizations/${proposal.absorbed.id}`}>
                      {proposal.absorbed.name}
                    </Link>
                  ),
                },
                { label: t("alliance"), value: proposal.allianceName },
                { label: t("reason"), value: proposal.reason },
                {
                  label: t("proposedOn"),
                  value: t("proposedBy", {
                    name: proposal.proposedBy,
                    at: formatInstant(new Date(proposal.proposedAt), locale),
                  }),
                },
              ]}
            />
            {proposal.decisionReason && <Notice tone="problem">{proposal.decisionReason}</Notice>}
            {waits && <MergePreview preview={preview} />}
          </div>
        </Panel>
        {waits && (
          <Panel title={t("decision")}>
            {proposal.own ? (
              <Notice tone="attention">{t("own")}</Notice>
            ) : (
              <ClientMessages namespaces={["organizations"]}>
                <DecideMergeForms
                  proposalId={proposal.id}
                  version={proposal.version}
                  survivor={proposal.survivor.name}
                  absorbed={proposal.absorbed.name}
                />
              </ClientMessages>
            )}
          </Panel>
        )}
      </div>
    </>
  );
}
