"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import {
  approveAdministratorAction,
  approveRoleAction,
  rejectAdministratorAction,
  rejectRoleAction,
} from "@/lib/features/access/actions";
import type { Role } from "@/lib/features/access/types";
import { formatDay, formatInstant } from "@/lib/i18n/format";

export type Proposal = {
  id: string;
  name: string;
  role: Role;
  alliance: { slug: string; name: string } | null;
  organization: { name: string } | null;
  validTo: string | null;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  mayApprove: boolean;
  mayReject: boolean;
};

function Decision({ proposal, tenant }: { proposal: Proposal; tenant: string | null }) {
  const t = useTranslations("access");
  const { id, name, mayApprove, mayReject } = proposal;
  const place = { tenant: tenant ?? "", hidden: { id } };
  if (!mayReject) {
    const elsewhere = tenant === null && proposal.alliance !== null;
    return <p className="text-sm text-muted">{t(elsewhere ? "roles.elsewhere" : "roles.about")}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      {mayApprove ? (
        <ActionForm
          action={tenant === null ? approveAdministratorAction : approveRoleAction}
          {...place}
          submitLabel={t("roles.approve")}
          confirmLabel={t("roles.approveQuestion", { name, role: t(`role.${proposal.role}`) })}
          successMessage={t("roles.approved")}
        />
      ) : (
        <p className="text-sm text-muted">{t("roles.mine")}</p>
      )}
      <details>
        <summary className="min-h-6 cursor-pointer text-accent">
          {t(mayApprove ? "roles.reject" : "roles.withdraw")}
        </summary>
        <div className="pt-2">
          <ActionForm
            action={tenant === null ? rejectAdministratorAction : rejectRoleAction}
            {...place}
            submitLabel={t(mayApprove ? "roles.reject" : "roles.withdraw")}
            submitVariant="secondary"
            successMessage={t("roles.rejected")}
          >
            <TextField name="reason" label={t("roles.reason")} required maxLength={500} />
          </ActionForm>
        </div>
      </details>
    </div>
  );
}

/** Rights that wait for a second person; `tenant` is null on the platform's pages. */
export function ProposalsList({
  items,
  tenant,
}: {
  items: readonly Proposal[];
  tenant: string | null;
}) {
  const t = useTranslations("access");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line">
      {items.map((proposal) => {
        const { organization, alliance, validTo, proposedBy } = proposal;
        const at = formatInstant(new Date(proposal.proposedAt), locale);
        const about = [
          tenant === null && alliance?.name,
          organization && t("roles.organizationOf", { name: organization.name }),
          validTo && t("roles.untilDay", { day: formatDay(validTo, locale) }),
        ].filter(Boolean);
        return (
          <li key={proposal.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <div>
              <p className="font-semibold">
                {proposal.name} · {t(`role.${proposal.role}`)}
              </p>
              {about.length > 0 && <p>{about.join(" · ")}</p>}
              <p>{proposal.reason}</p>
              <p className="text-sm text-muted">
                {t("roles.proposedBy", { name: proposedBy, at })}
              </p>
            </div>
            <Decision proposal={proposal} tenant={tenant} />
          </li>
        );
      })}
    </ul>
  );
}
