"use client";

import { useTranslations } from "next-intl";
import {
  acknowledgeAction,
  endAlertAction,
  endAlertByLinkAction,
  setAlertAction,
} from "@/lib/features/alerts/actions";
import { usualBound } from "@/lib/features/alerts/rules";
import { type AlertAbout, alertDirections } from "@/lib/features/alerts/types";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";

/** A number of the registry and its bound; whether the bound itself counts stands in the choice. */
function ThresholdFields({ metrics }: { metrics: readonly Option[] }) {
  const t = useTranslations("alerts");
  return (
    <>
      <SelectField
        name="metricCode"
        label={t("field.metricCode")}
        hint={t("hint.threshold")}
        required
        options={metrics}
      />
      <SelectField
        name="direction"
        label={t("field.direction")}
        required
        options={alertDirections.map((value) => ({ value, label: t(`directionChoice.${value}`) }))}
      />
      <TextField name="bound" label={t("field.bound")} required inputMode="decimal" />
    </>
  );
}

/** The filters are those of the page that the reader came from. */
export function SetAlertForm({
  tenant,
  about,
  metrics,
  filters,
}: {
  tenant: string;
  about: AlertAbout;
  metrics: readonly Option[];
  filters: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("alerts");
  return (
    <ActionForm
      action={setAlertAction}
      tenant={tenant}
      hidden={{ ...filters, about }}
      submitLabel={t("set")}
      successMessage={t("setDone")}
    >
      {about === "threshold" ? (
        <ThresholdFields metrics={metrics} />
      ) : (
        <TextField
          name="bound"
          label={t(about === "promise_overdue" ? "field.boundDays" : "field.boundReports")}
          hint={t(`hint.${about}`)}
          required
          inputMode="numeric"
          defaultValue={usualBound[about]}
        />
      )}
    </ActionForm>
  );
}

export function EndForm({ tenant, id }: { tenant: string; id: string }) {
  const t = useTranslations("alerts");
  return (
    <ActionForm
      action={endAlertAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("end")}
      submitVariant="quiet"
      successMessage={t("ended")}
    />
  );
}

/** One click ends it; the opening of the link alone does not, because programs that check mails open links. */
export function EndByLinkForm({ tenant, linkKey }: { tenant: string; linkKey: string }) {
  const t = useTranslations("alerts");
  return (
    <ActionForm
      action={endAlertByLinkAction}
      tenant={tenant}
      hidden={{ key: linkKey }}
      submitLabel={t("endSubmit")}
      successMessage={t("endDone")}
    />
  );
}

export function AcknowledgeForm({ tenant, id }: { tenant: string; id: string }) {
  const t = useTranslations("alerts");
  return (
    <ActionForm
      action={acknowledgeAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("acknowledge")}
      submitVariant="secondary"
      successMessage={t("acknowledged")}
    >
      <TextField name="note" label={t("field.note")} maxLength={500} />
    </ActionForm>
  );
}
