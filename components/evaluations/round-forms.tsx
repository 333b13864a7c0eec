"use client";

import { useTranslations } from "next-intl";
import {
  assignExpertAction,
  openRoundAction,
  ratifyRoundAction,
  releaseExpertAction,
  sendBackAction,
  stepRoundAction,
} from "@/lib/features/evaluations/actions";
import type { RoundView } from "@/lib/features/evaluations/schema/rounds";
import { ActionForm } from "../forms/action-form";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { OrganizationField } from "../organizations/organization-field";
import { Fold } from "../ui/fold";

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

type OpenProps = { tenant: string; schemes: readonly Option[]; year: string };

export function OpenRoundForm({ tenant, schemes, year }: OpenProps) {
  const t = useTranslations("evaluations");
  return (
    <ActionForm
      action={openRoundAction}
      tenant={tenant}
      submitLabel={t("open")}
      successMessage={t("opened")}
      successHref={`/a/${tenant}/evaluations/{id}`}
      draftKey={`evaluation-${tenant}`}
    >
      <SelectField name="schemeId" label={t("openForm.scheme")} required options={schemes} />
      <TextField
        name="year"
        label={t("openForm.year")}
        required
        inputMode="numeric"
        defaultValue={year}
      />
      <TextField
        name="title"
        label={t("openForm.title")}
        hint={t("openForm.titleHint")}
        required
        maxLength={100}
      />
      <DateField name="selfDueOn" label={t("openForm.selfDueOn")} required />
      <details className="border-t border-line pt-2">
        <summary className="min-h-6 cursor-pointer py-1">{t("openForm.keys")}</summary>
        <div className="mt-2 flex flex-col gap-4">
          <p className="text-sm text-muted">{t("openForm.keysHint")}</p>
          {ROWS.map((row) => (
            <OrganizationField
              key={row}
              name={`keyIds.${row}`}
              label={t("openForm.key", { n: row + 1 })}
              tenant={tenant}
              membersOnly
            />
          ))}
        </div>
      </details>
    </ActionForm>
  );
}

type Props = { tenant: string; round: RoundView };
const keyOf = ({ round }: Props) => ({ roundId: round.id, version: round.version });

export function StepForm(props: Props) {
  const t = useTranslations("evaluations");
  const { step } = props.round.may;
  if (!step) return null;
  const last = step === "follow_up";
  return (
    <ActionForm
      key={props.round.version}
      action={stepRoundAction}
      tenant={props.tenant}
      hidden={{ ...keyOf(props), to: step }}
      submitLabel={t(`step.${step}`)}
      successMessage={t("stepDone")}
    >
      <TextAreaField
        name="note"
        label={t(last ? "conclusion" : "note")}
        required={last}
        rows={2}
        maxLength={1000}
      />
    </ActionForm>
  );
}

export function RatifyForm(props: Props) {
  const t = useTranslations("evaluations");
  const { resolutions, title } = props.round;
  if (resolutions.length === 0) return <p className="text-muted">{t("noResolution")}</p>;
  return (
    <ActionForm
      action={ratifyRoundAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("ratify")}
      successMessage={t("ratified")}
    >
      <SelectField
        name="resolutionId"
        label={t("resolution")}
        hint={t("resolutionHint", { title })}
        required
        options={resolutions.map(({ id, label }) => ({ value: id, label }))}
      />
    </ActionForm>
  );
}

/** Where the council did not pass the result. */
export function SendBackForm(props: Props) {
  const t = useTranslations("evaluations");
  return (
    <ActionForm
      action={sendBackAction}
      tenant={props.tenant}
      hidden={keyOf(props)}
      submitLabel={t("sendBack")}
      submitVariant="secondary"
      confirmLabel={t("sendBackConfirm")}
      successMessage={t("sentBack")}
    >
      <SelectField
        name="motionId"
        label={t("declinedMotion")}
        required
        options={props.round.declined.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextAreaField name="reason" label={t("note")} required rows={2} maxLength={1000} />
    </ActionForm>
  );
}

export function AssignForm({ tenant, round }: Props) {
  const t = useTranslations("evaluations");
  return (
    <ActionForm
      key={round.experts.length}
      action={assignExpertAction}
      tenant={tenant}
      hidden={{ roundId: round.id }}
      submitLabel={t("assign")}
      submitVariant="secondary"
      successMessage={t("assigned")}
    >
      <SelectField
        name="personId"
        label={t("expert")}
        hint={t("assignHint")}
        required
        options={round.candidates.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
    </ActionForm>
  );
}

export function ReleaseForm({ tenant, round, one }: Props & { one: RoundView["experts"][number] }) {
  const t = useTranslations("evaluations");
  return (
    <Fold label={t("release", one)} hint={t("releaseHint")}>
      <ActionForm
        action={releaseExpertAction}
        tenant={tenant}
        hidden={{ roundId: round.id, personId: one.personId }}
        submitLabel={t("release", one)}
        submitVariant="secondary"
        successMessage={t("released")}
      >
        <TextField name="reason" label={t("releaseReason")} required maxLength={300} />
      </ActionForm>
    </Fold>
  );
}
