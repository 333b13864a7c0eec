"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import {
  abortBallotAction,
  cancelElectionAction,
  closeBallotAction,
  drawLotAction,
  fillSeatsAction,
  openBallotAction,
  takeStepAction,
  witnessLotAction,
} from "@/lib/features/elections/actions";
import type { plainSteps } from "@/lib/features/elections/types";

type Base = { tenant: string; electionId: string; version: number };

export function StepForm({
  tenant,
  step,
  ...hidden
}: Base & { step: (typeof plainSteps)[number] }) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={takeStepAction}
      tenant={tenant}
      hidden={{ ...hidden, step }}
      submitLabel={t(step)}
      successMessage={t("done")}
      confirmLabel={t(`confirm.${step}`)}
    />
  );
}

/** Freezes candidates and electors; within an open meeting only those who are there elect. */
export function OpenBallotForm({
  tenant,
  meetings,
  runOff,
  ...hidden
}: Base & { meetings: readonly Option[]; runOff: boolean }) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={openBallotAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={runOff ? t("openRunOff") : t("openBallot")}
      successMessage={t("opened")}
      confirmLabel={t("openConfirm")}
    >
      <SelectField
        name="minutes"
        label={t("minutes")}
        required
        defaultValue="4320"
        options={["30", "60", "1440", "4320", "10080"].map((value) => ({
          value,
          label: t(`length.${value as "30" | "60" | "1440" | "4320" | "10080"}`),
        }))}
      />
      {meetings.length > 0 && (
        <SelectField
          name="meetingId"
          label={t("meeting")}
          hint={t("meetingHint")}
          options={meetings}
        />
      )}
    </ActionForm>
  );
}

export function CloseBallotForm({ tenant, ...hidden }: Base) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={closeBallotAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("close")}
      successMessage={t("closed")}
      confirmLabel={t("closeConfirm")}
    />
  );
}

export function LotForm({
  tenant,
  seats,
  tied,
  electors,
  ...hidden
}: Base & { seats: number; tied: readonly Option[]; electors: readonly Option[] }) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={drawLotAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("lot")}
      successMessage={t("lotDone")}
      confirmLabel={t("lotConfirm")}
    >
      <fieldset>
        <legend className="mb-1 font-medium">{t("lotWinners", { count: seats })}</legend>
        {tied.map(({ value, label }) => (
          <CheckboxField key={value} name="winners[]" value={value} label={label} />
        ))}
      </fieldset>
      <fieldset className="max-h-60 overflow-y-auto">
        <legend className="mb-1 font-medium">{t("lotWitnesses")}</legend>
        {electors.map(({ value, label }) => (
          <CheckboxField key={value} name="witnesses[]" value={value} label={label} />
        ))}
      </fieldset>
    </ActionForm>
  );
}

/** The second person says that the lot was drawn as it is recorded. */
export function WitnessLotForm({ tenant, ...hidden }: Base) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={witnessLotAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("witnessLot")}
      successMessage={t("lotDone")}
      confirmLabel={t("witnessConfirm")}
    />
  );
}

export function FillForm({ tenant, ...hidden }: Base) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={fillSeatsAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("fill")}
      successMessage={t("filled")}
      confirmLabel={t("fillConfirm")}
    />
  );
}

/** Ends what does not go on: while papers are out the ballot, otherwise the election. */
export function StopForm({ tenant, ballot, ...hidden }: Base & { ballot: boolean }) {
  const t = useTranslations("elections.step");
  return (
    <ActionForm
      action={ballot ? abortBallotAction : cancelElectionAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={ballot ? t("abort") : t("cancel")}
      submitVariant="danger"
      successMessage={t("done")}
      confirmLabel={ballot ? t("abortConfirm") : t("cancelConfirm")}
    >
      <TextField name="reason" label={t("reason")} required maxLength={500} />
    </ActionForm>
  );
}
