import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { keyKindOf } from "@/lib/features/outcomes/rules/keys";
import { DateField, SelectField, TextField } from "../forms/fields";
import type { Option } from "../forms/types";
import { Button, ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { KeyParts } from "./key-parts";

export type Typed = Readonly<Record<string, string>>;

const steps = ["metric", "key", "content"] as const;
export type WizardStep = (typeof steps)[number];

/** Where one is on the way: the metric, the look-up, the rest. */
export function StepLine({ at }: { at: WizardStep }) {
  const t = useTranslations("outcomes.wizard.step");
  return (
    <ol className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {steps.map((step, place) => (
        <li
          key={step}
          aria-current={step === at ? "step" : undefined}
          className={step === at ? "font-semibold text-ink" : "text-muted"}
        >
          {place + 1}. {t(step)}
        </li>
      ))}
    </ol>
  );
}

/** A step is a GET form, so that going back loses nothing. */
function Step({
  action,
  keep,
  back,
  children,
}: {
  action: string;
  keep: Typed;
  back?: string;
  children: ReactNode;
}) {
  const t = useTranslations("outcomes.wizard");
  return (
    <Form action={action} className="flex max-w-xl flex-col gap-4">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {t("next")}
        </Button>
        {back && <ButtonLink href={back}>{t("back")}</ButtonLink>}
      </div>
    </Form>
  );
}

export function MetricStep({
  action,
  organizations,
  metrics,
  typed,
}: {
  action: string;
  organizations: readonly Option[];
  metrics: readonly Option[];
  typed: Typed;
}) {
  const t = useTranslations("outcomes.field");
  const [only, second] = organizations;
  const alone = only && !second;
  return (
    <Step action={action} keep={alone ? { organizationId: only.value } : {}}>
      {!alone && (
        <SelectField
          name="organizationId"
          label={t("organization")}
          required
          options={organizations}
          defaultValue={typed.organizationId}
        />
      )}
      <SelectField
        name="metricCode"
        label={t("metric")}
        hint={t("metricHint")}
        required
        options={metrics}
        defaultValue={typed.metricCode}
      />
    </Step>
  );
}

/** The day and the key come before everything else: what is claimed already is not typed again. */
export function KeyStep({
  action,
  typed,
  keyed,
  certificates,
}: {
  action: string;
  typed: Typed;
  /** The metric asks for a key. */
  keyed: boolean;
  /** Where what an enterprise sealed says which enterprise and project it is about. */
  certificates: readonly Option[];
}) {
  const t = useTranslations("outcomes");
  const kind = keyKindOf(typed.metricCode ?? "");
  const { organizationId = "", metricCode = "" } = typed;
  return (
    <Step action={action} keep={{ organizationId, metricCode }} back={action}>
      <DateField
        name="occurredOn"
        label={t("field.occurredOn")}
        hint={t("field.occurredOnHint")}
        required
        defaultValue={typed.occurredOn}
      />
      <TextField
        name="naturalKey"
        label={t(`keyName.${kind}`)}
        hint={keyed ? t("field.keyHint") : t("field.keyOptional")}
        required={keyed}
        maxLength={120}
        defaultValue={typed.naturalKey}
      />
      <KeyParts kind={kind} given={typed} />
      {certificates.length > 0 && (
        <SelectField
          name="certificateId"
          label={t("field.certificate")}
          hint={t("field.certificateHint")}
          options={certificates}
          defaultValue={typed.certificateId}
        />
      )}
    </Step>
  );
}

/** Numbers of a training have a shorter way: all of them at once. */
export function TrainingHint({ tenant, metricCode = "" }: { tenant: string; metricCode?: string }) {
  const t = useTranslations("trainings");
  if (keyKindOf(metricCode) !== "batch") return null;
  return (
    <div className="mb-4 max-w-xl">
      <Notice title={t("single")}>
        <Link href={`/a/${tenant}/outcomes/trainings/new`}>{t("report")}</Link>
      </Notice>
    </div>
  );
}
