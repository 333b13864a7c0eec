import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { Inside } from "@/lib/features/projects/schema/projects";
import { formatInstant, nothing } from "@/lib/i18n/format";
import { Badge } from "../ui/badge";
import { AnswerForms } from "./answer-forms";
import { InviteParty, KeepPartner } from "./party-steps";
import { PartyStateBadge } from "./state-badge";

type Party = Inside["parties"][number];

function Answered({ party }: { party: Party }) {
  const t = useTranslations("projects.party");
  const locale = useLocale();
  if (!party.answeredAt) return nothing;
  const at = formatInstant(party.answeredAt, locale);
  return party.answeredBy ? t("by", { at, name: party.answeredBy }) : at;
}

type Steps = { tenant: string; projectId: string; mayInvite: boolean; mayKeep: boolean };

function PartyItem({ party, asking, steps }: { party: Party; asking: boolean; steps: Steps }) {
  const t = useTranslations("projects");
  const waits = party.state === "pending" && asking && !party.answer.allowed;
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0 sm:flex-row sm:gap-4">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/organizations/${party.id}`} className="font-medium">
            {party.name}
          </Link>
          <span className="text-sm text-muted">{t(`role.${party.role}`)}</span>
          {!party.isMember && <Badge tone="attention">{t("party.notMember")}</Badge>}
        </p>
        {party.dutyKind && <p className="text-sm">{t(`dutyKind.${party.dutyKind}`)}</p>}
        {party.duty && <p className="text-sm">{party.duty}</p>}
        {party.reason && <p className="text-sm text-problem">{party.reason}</p>}
        {!party.isMember && party.keptAt && <p className="text-sm text-muted">{t("keep.kept")}</p>}
        {!party.isMember && !party.keptAt && steps.mayKeep && (
          <KeepPartner {...steps} party={party} />
        )}
        {waits && steps.mayInvite && <InviteParty {...steps} party={party} />}
      </div>
      <div className="sm:w-72">
        <PartyStateBadge state={party.state} />
        <p className="mt-0.5 text-sm text-muted tabular-nums">
          {waits ? t("party.onlyThey", { name: party.name }) : <Answered party={party} />}
        </p>
      </div>
    </li>
  );
}

/** The parties with their answers; who may answer for one of them finds the buttons below it. */
export function PartyList({
  tenant,
  projectId,
  parties,
  asking,
  mayInvite,
  mayKeep,
}: {
  tenant: string;
  projectId: string;
  parties: Inside["parties"];
  asking: boolean;
  mayInvite: boolean;
  mayKeep: boolean;
}) {
  const steps = { tenant, projectId, mayInvite, mayKeep };
  const mine = parties.filter((party) => party.answer.allowed && party.state === "pending");
  return (
    <>
      {mine.map((party) => (
        <div key={party.id} className="mb-4 rounded border border-accent bg-accent-soft p-4">
          <AnswerForms tenant={tenant} projectId={projectId} party={party} />
        </div>
      ))}
      <ul className="divide-y divide-line">
        {parties.map((party) => (
          <PartyItem key={party.id} party={party} asking={asking} steps={steps} />
        ))}
      </ul>
    </>
  );
}
