"use client";

import { useTranslations } from "next-intl";
import { recognitionLevels } from "@/lib/features/organizations/types";
import { skillLevels } from "@/lib/features/people/types";
import {
  answerPlatformAction,
  recognisePlatformAction,
  setLadderAction,
  stepPlatformAction,
} from "@/lib/features/platforms/actions";
import { fatesOf } from "@/lib/features/platforms/rules/bookings";
import { nextPlatformStates } from "@/lib/features/platforms/rules/states";
import type { PlatformView } from "@/lib/features/platforms/schema/platforms";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, SelectField, TextField } from "../forms/fields";

type Props = { tenant: string; platform: PlatformView };

export function AnswerForms({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  return platform.members
    .filter(({ mayAnswer }) => mayAnswer)
    .map(({ id, name }) => (
      <div key={id} className="flex flex-col gap-2">
        <p>{t("answer", { name })}</p>
        <div className="flex flex-wrap gap-3">
          {(["confirm", "decline"] as const).map((answer) => (
            <ActionForm
              key={answer}
              action={answerPlatformAction}
              tenant={tenant}
              hidden={{ platformId: platform.id, organizationId: id, answer }}
              submitLabel={t(answer)}
              submitVariant={answer === "confirm" ? "primary" : "secondary"}
              successMessage={t("answered")}
            />
          ))}
        </div>
      </div>
    ));
}

export function RecogniseForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  return (
    <ActionForm
      key={platform.version}
      action={recognisePlatformAction}
      tenant={tenant}
      hidden={{ platformId: platform.id }}
      submitLabel={t("recognise")}
      submitVariant="secondary"
      successMessage={t("recogniseForm.done")}
    >
      <SelectField
        name="level"
        label={t("recogniseForm.level")}
        required
        options={recognitionLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <DateField
        name="recognisedOn"
        label={t("recogniseForm.recognisedOn")}
        required
        max={platform.today}
      />
      <TextField name="approver" label={t("recogniseForm.approver")} required maxLength={200} />
      <TextField name="documentNo" label={t("recogniseForm.documentNo")} maxLength={100} />
      <FileField name="fileId" label={t("recogniseForm.file")} tenant={tenant} />
    </ActionForm>
  );
}

export function StepPlatformForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  const next = nextPlatformStates(platform.state);
  const fates = platform.standing > 0 ? [...new Set(next.flatMap(fatesOf))] : [];
  return (
    <ActionForm
      key={platform.version}
      action={stepPlatformAction}
      tenant={tenant}
      hidden={{ platformId: platform.id, version: platform.version }}
      submitLabel={t("stepForm.submit")}
      submitVariant="secondary"
      successMessage={t("stepForm.done")}
    >
      <SelectField
        name="to"
        label={t("stepForm.to")}
        required
        options={next.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <DateField
        name="on"
        label={t("stepForm.on")}
        required
        max={platform.today}
        defaultValue={platform.today}
      />
      {fates.length > 0 && (
        <SelectField
          name="bookings"
          label={t("stepForm.bookings", { count: platform.standing })}
          hint={t("stepForm.bookingsHint")}
          options={fates.map((value) => ({ value, label: t(`stepForm.fate.${value}`) }))}
        />
      )}
      <TextField name="note" label={t("stepForm.note")} maxLength={500} />
    </ActionForm>
  );
}

/** Every level in one form; the list submits the level with each number. */
export function LadderForm({ tenant, platform }: Props) {
  const t = useTranslations("platforms");
  const held = new Map(platform.ladder.map(({ level, holders }) => [level, holders]));
  return (
    <ActionForm
      key={platform.version}
      action={setLadderAction}
      tenant={tenant}
      hidden={{ platformId: platform.id }}
      submitLabel={t("ladderSave")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      <p className="text-sm text-muted">{t("ladderHint")}</p>
      <div className="grid grid-cols-2 gap-3">
        {skillLevels.map((level, index) => (
          <div key={level}>
            <input type="hidden" name={`holders.${index}.level`} value={level} />
            <TextField
              name={`holders.${index}.holders`}
              label={t(`skill.${level}`)}
              inputMode="numeric"
              required
              defaultValue={String(held.get(level) ?? 0)}
            />
          </div>
        ))}
      </div>
    </ActionForm>
  );
}
