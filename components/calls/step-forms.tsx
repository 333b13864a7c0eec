"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  extendCallAction,
  officeStepAction,
  openBidsAction,
  posterStepAction,
  publishCallAction,
} from "@/lib/features/calls/actions";
import type { officeSteps, posterSteps } from "@/lib/features/calls/types";
import { ActionForm } from "../forms/action-form";
import { DateField, TextAreaField, TextField } from "../forms/fields";

export type Step = { tenant: string; id: string; version: number };
type OfficeStep = (typeof officeSteps)[number];
type PosterStep = (typeof posterSteps)[number];

const reasoned = ["give_back", "disagree", "rework", "fail", "cancel"] as const;
const hard = ["fail", "cancel", "disagree"] as const;

function Reason({ label }: { label?: string }) {
  const t = useTranslations("calls.step");
  return (
    <TextAreaField
      name="reason"
      label={label ?? t("reason")}
      required={label === undefined}
      rows={2}
      maxLength={500}
    />
  );
}

/** One step with no more to say than a reason; the rare ones are folded away. */
export function OfficeStepForm({ step, ...at }: Step & { step: OfficeStep }) {
  const t = useTranslations("calls.step");
  const needs = reasoned.some((one) => one === step);
  const form = (
    <ActionForm
      action={officeStepAction}
      tenant={at.tenant}
      hidden={{ id: at.id, version: at.version, step }}
      submitLabel={t(step)}
      submitVariant={hard.some((one) => one === step) ? "danger" : needs ? "secondary" : "primary"}
      successMessage={t(`${step}Done`)}
    >
      {needs && <Reason />}
      {step === "accept" && <Reason label={t("acceptReason")} />}
    </ActionForm>
  );
  return needs ? (
    <Fold frame="line" label={t(step)}>
      {form}
    </Fold>
  ) : (
    form
  );
}

export function PosterStepForm({ step, ...at }: Step & { step: PosterStep }) {
  const t = useTranslations("calls.step");
  const needs = reasoned.some((one) => one === step);
  const form = (
    <ActionForm
      action={posterStepAction}
      tenant={at.tenant}
      hidden={{ id: at.id, version: at.version, step }}
      submitLabel={t(step)}
      submitVariant={hard.some((one) => one === step) ? "danger" : "primary"}
      {...(step === "agree" && { confirmLabel: t("agreeQuestion") })}
      successMessage={t(`${step}Done`)}
    >
      {needs && <Reason />}
    </ActionForm>
  );
  return needs ? (
    <Fold frame="line" label={t(step)}>
      {form}
    </Fold>
  ) : (
    form
  );
}

export function PublishForm({ tenant, ...hidden }: Step) {
  const t = useTranslations("calls.publish");
  return (
    <ActionForm
      action={publishCallAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t("title")}
      confirmLabel={t("question")}
      successMessage={t("done")}
    >
      <DateField name="closesOn" label={t("closesOn")} required />
      <TextField name="closesAt" label={t("closesAt")} required defaultValue="17:00" />
    </ActionForm>
  );
}

export function ExtendForm({ tenant, ...hidden }: Step) {
  const t = useTranslations("calls.publish");
  return (
    <Fold frame="line" label={t("extend")}>
      <ActionForm
        action={extendCallAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("extend")}
        successMessage={t("extendDone")}
      >
        <DateField name="closesOn" label={t("closesOn")} required />
        <TextField name="closesAt" label={t("closesAt")} required defaultValue="17:00" />
        <Reason />
      </ActionForm>
    </Fold>
  );
}

/** The two openers press one after the other; what is sealed comes open with the second. */
export function OpenForm({ tenant, second, ...hidden }: Step & { second: boolean }) {
  const t = useTranslations("calls.open");
  return (
    <ActionForm
      action={openBidsAction}
      tenant={tenant}
      hidden={hidden}
      submitLabel={t(second ? "second" : "first")}
      {...(second && { confirmLabel: t("secondQuestion") })}
      successMessage={t(second ? "secondDone" : "firstDone")}
    />
  );
}
