"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField, FileField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  appointAction,
  confirmEndingAction,
  endDelegateAction,
  nameDelegateAction,
  proposeEndingAction,
  rejectEndingAction,
} from "@/lib/features/bodies/actions";
import { OrganizationField } from "../organizations/organization-field";

type Base = { tenant: string; today: string };

/** A holder for a vacant seat, from today or later. */
export function AppointForm({
  tenant,
  today,
  unit,
  ...hidden
}: Base & { seatId: string; unit: boolean }) {
  const t = useTranslations("bodies.seats");
  return (
    <ActionForm
      action={appointAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("appoint")}
      successMessage={t("appointed")}
    >
      {unit ? (
        <OrganizationField name="organizationId" label={t("member")} required membersOnly />
      ) : (
        <TextField name="personName" label={t("personName")} required maxLength={100} />
      )}
      <DateField name="from" label={t("from")} required min={today} defaultValue={today} />
    </ActionForm>
  );
}

/** Who acts, or stands in, by letter. */
export function DelegateForm({
  tenant,
  today,
  people,
  ...hidden
}: Base & { holdingId: string; people: readonly Option[] }) {
  const t = useTranslations("bodies.seats");
  return (
    <ActionForm
      action={nameDelegateAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("delegate")}
      successMessage={t("delegated")}
    >
      <SelectField
        name="kind"
        label={t("delegateKind")}
        required
        options={[
          { value: "principal", label: t("kind.principal") },
          { value: "alternate", label: t("kind.alternate") },
        ]}
      />
      {people.length > 0 && (
        <SelectField name="personId" label={t("person")} hint={t("personHint")} options={people} />
      )}
      <TextField
        name="personName"
        label={t("newPerson")}
        hint={people.length > 0 ? t("newPersonHint") : undefined}
        required={people.length === 0}
        maxLength={100}
      />
      <DateField name="from" label={t("from")} required min={today} defaultValue={today} />
      <FileField name="letterFileId" label={t("letter")} tenant={tenant} />
      <DateField name="letterUntil" label={t("letterUntil")} min={today} hint={t("letterHint")} />
    </ActionForm>
  );
}

export function EndDelegateForm({ tenant, today, ...hidden }: Base & { delegateId: string }) {
  const t = useTranslations("bodies.seats");
  return (
    <ActionForm
      action={endDelegateAction}
      tenant={tenant}
      hidden={{ ...hidden, lastDay: today }}
      submitLabel={t("endDelegate")}
      submitVariant="secondary"
      successMessage={t("delegateEnded")}
      confirmLabel={t("endDelegateConfirm")}
    />
  );
}

/** Asks for the end; another person confirms. */
export function ProposeEndingForm({ tenant, today, ...hidden }: Base & { holdingId: string }) {
  const t = useTranslations("bodies.seats");
  return (
    <ActionForm
      action={proposeEndingAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("propose")}
      submitVariant="secondary"
      successMessage={t("proposed")}
    >
      <DateField name="lastDay" label={t("lastDay")} required min={today} defaultValue={today} />
      <TextField name="reason" label={t("reason")} required maxLength={300} />
    </ActionForm>
  );
}

export function DecideEndingForms({
  tenant,
  own,
  ...hidden
}: {
  tenant: string;
  own: boolean;
  endingId: string;
  version: number;
}) {
  const t = useTranslations("bodies.seats");
  return (
    <div className="flex flex-wrap gap-3">
      {!own && (
        <ActionForm
          action={confirmEndingAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("confirm")}
          submitVariant="danger"
          successMessage={t("confirmed")}
          confirmLabel={t("confirmConfirm")}
        />
      )}
      <ActionForm
        action={rejectEndingAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={own ? t("takeBack") : t("reject")}
        submitVariant="secondary"
        successMessage={t("rejected")}
      />
    </div>
  );
}
