"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { invitePartyAction, keepPartnerAction } from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { Button } from "../ui/button";

type Props = { tenant: string; projectId: string; party: { id: string; name: string } };

/** Makes the address by which a party without an account answers; it is shown once. */
export function InviteParty({ tenant, projectId, party }: Props) {
  const t = useTranslations("projects.link");
  const [address, setAddress] = useState<string>();
  const [state, setState] = useState<"idle" | "busy" | "failed" | "copied">("idle");
  const make = async () => {
    setState("busy");
    const input = { id: projectId, organizationId: party.id };
    const answer = await invitePartyAction(tenant, input, crypto.randomUUID());
    setState(answer.ok ? "idle" : "failed");
    if (answer.ok) {
      setAddress(`${location.origin}/a/${tenant}/projects/answer/${answer.value.token}`);
    }
  };
  if (!address) {
    return (
      <Button type="button" variant="quiet" onClick={make} disabled={state === "busy"}>
        {t("make")}
      </Button>
    );
  }
  return (
    <div className="text-sm" role="status">
      <p>{t("made", { name: party.name })}</p>
      <p className="my-1 break-all select-all">{address}</p>
      <Button
        type="button"
        variant="secondary"
        onClick={() => navigator.clipboard.writeText(address).then(() => setState("copied"))}
      >
        {state === "copied" ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}

/** The lead goes on with a partner that has left the alliance. */
export function KeepPartner({ tenant, projectId, party }: Props) {
  const t = useTranslations("projects.keep");
  return (
    <ActionForm
      action={keepPartnerAction}
      tenant={tenant}
      hidden={{ id: projectId, organizationId: party.id }}
      submitLabel={t("button")}
      submitVariant="secondary"
      confirmLabel={t("question", { name: party.name })}
      successMessage={t("done")}
    />
  );
}
