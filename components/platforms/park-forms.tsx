"use client";

import { useTranslations } from "next-intl";
import {
  applyPlacementAction,
  createCallAction,
  createPairingAction,
  endPairingAction,
  stepPlacementAction,
  visitPairingAction,
} from "@/lib/features/platforms/actions";
import type { PlacementPage, PlacementRow } from "@/lib/features/platforms/schema/parks";
import type { PlacementState } from "@/lib/features/platforms/types";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

export function CreatePairingForm({ tenant, today }: { tenant: string; today: string }) {
  const t = useTranslations("platforms.pairings");
  return (
    <ActionForm
      action={createPairingAction}
      tenant={tenant}
      submitLabel={t("create")}
      successMessage={t("created")}
      successHref={`/a/${tenant}/platforms/pairings/{id}`}
    >
      <OrganizationField name="schoolId" label={t("school")} required membersOnly />
      <TextField name="unit" label={t("unit")} required maxLength={100} />
      <OrganizationField name="parkId" label={t("park")} required kinds={["park"]} />
      <TextField
        name="schoolLiaison"
        label={t("schoolLiaison")}
        hint={t("liaisonHint")}
        maxLength={100}
      />
      <TextField
        name="parkLiaison"
        label={t("parkLiaison")}
        hint={t("liaisonHint")}
        maxLength={100}
      />
      <DateField name="validFrom" label={t("since")} required defaultValue={today} />
      <TextField name="note" label={t("note")} maxLength={500} />
    </ActionForm>
  );
}

type One = { tenant: string; pairing: { id: string; version: number }; today: string };

export function VisitForm({ tenant, pairing, today }: One) {
  const t = useTranslations("platforms.pairings");
  return (
    <ActionForm
      action={visitPairingAction}
      tenant={tenant}
      hidden={{ pairingId: pairing.id }}
      submitLabel={t("visit")}
      successMessage={t("visitForm.done")}
    >
      <DateField name="on" label={t("visitForm.on")} required max={today} defaultValue={today} />
      <TextField name="people" label={t("visitForm.people")} required inputMode="numeric" />
      <TextAreaField
        name="result"
        label={t("visitForm.result")}
        required
        maxLength={500}
        rows={3}
      />
    </ActionForm>
  );
}

export function EndPairingForm({ tenant, pairing, today }: One) {
  const t = useTranslations("platforms.pairings");
  return (
    <ActionForm
      action={endPairingAction}
      tenant={tenant}
      hidden={{ pairingId: pairing.id, version: pairing.version }}
      submitLabel={t("end")}
      submitVariant="secondary"
      successMessage={t("endForm.done")}
    >
      <DateField name="validTo" label={t("endForm.on")} required defaultValue={today} />
      <TextField name="reason" label={t("endForm.reason")} required maxLength={500} />
    </ActionForm>
  );
}

export function OpenCallForm({ tenant, today }: { tenant: string; today: string }) {
  const t = useTranslations("platforms.placements");
  return (
    <ActionForm
      action={createCallAction}
      tenant={tenant}
      submitLabel={t("openCall")}
      submitVariant="secondary"
      successMessage={t("callForm.done")}
    >
      <TextField name="title" label={t("callForm.title")} required maxLength={200} />
      <TextField
        name="target"
        label={t("callForm.target")}
        required
        inputMode="numeric"
        defaultValue="100"
      />
      <DateField name="opensOn" label={t("callForm.opensOn")} required defaultValue={today} />
      <DateField name="closesOn" label={t("callForm.closesOn")} required />
    </ActionForm>
  );
}

export function ApplyForm({ tenant, page }: { tenant: string; page: PlacementPage }) {
  const t = useTranslations("platforms.placements");
  const { applyFor } = page.may;
  return (
    <ActionForm
      action={applyPlacementAction}
      tenant={tenant}
      submitLabel={t("applyForm.submit")}
      successMessage={t("applyForm.done")}
    >
      <SelectField
        name="callId"
        label={t("applyForm.call")}
        required
        options={page.calls
          .filter(({ open }) => open)
          .map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name="schoolId"
        label={t("applyForm.school")}
        required
        defaultValue={applyFor[0]?.id}
        options={applyFor.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="reference"
        label={t("applyForm.reference")}
        hint={t("applyForm.referenceHint")}
        required
        maxLength={60}
      />
      <TextField name="field" label={t("applyForm.field")} required maxLength={200} />
    </ActionForm>
  );
}

function StepFields({ to, today }: { to: PlacementState; today: string }) {
  const t = useTranslations("platforms.placements");
  if (to === "matched") {
    return (
      <>
        <OrganizationField name="hostId" label={t("host")} required />
        <TextField name="task" label={t("task")} required maxLength={500} />
      </>
    );
  }
  if (to === "dispatched") {
    return (
      <>
        <DateField name="startsOn" label={t("startsOn")} required defaultValue={today} />
        <DateField name="endsOn" label={t("endsOn")} required />
      </>
    );
  }
  if (to === "applied") return null;
  return (
    <TextAreaField name="report" label={t(`report.${to}`)} required maxLength={500} rows={2} />
  );
}

/** What can come next, each with the fields that it needs. */
export function MovePlacement({
  tenant,
  row,
  today,
}: {
  tenant: string;
  row: PlacementRow;
  today: string;
}) {
  const t = useTranslations("platforms.placements");
  if (row.next.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="min-h-8 cursor-pointer text-accent">{t("move")}</summary>
      <div className="flex flex-col gap-4 pt-2">
        {row.next.map((to) => (
          <ActionForm
            key={to}
            action={stepPlacementAction}
            tenant={tenant}
            hidden={{ placementId: row.id, version: row.version, to }}
            submitLabel={t(`moveTo.${to}`)}
            submitVariant={to === "withdrawn" ? "quiet" : "secondary"}
            successMessage={t("done")}
          >
            <StepFields to={to} today={today} />
          </ActionForm>
        ))}
      </div>
    </details>
  );
}
