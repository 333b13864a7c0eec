"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  assignExpertAction,
  declareAction,
  discussAction,
  opineAction,
  releaseExpertAction,
  scoreBidAction,
} from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/schema/view";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, RadioField, SelectField, TextAreaField, TextField } from "../forms/fields";

type At = { tenant: string; id: string };
type Candidate = { personId: string; name: string; assigned: boolean; ties: readonly string[] };

export function AssignForm({ tenant, id, candidates }: At & { candidates: readonly Candidate[] }) {
  const t = useTranslations("calls.expert");
  const separator = useTranslations("calls")("separator");
  const free = candidates.filter(({ assigned }) => !assigned);
  if (free.length === 0) return null;
  return (
    <ActionForm
      action={assignExpertAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("assign")}
      submitVariant="secondary"
      successMessage={t("assigned")}
    >
      <SelectField
        name="personId"
        label={t("choose")}
        required
        options={free.map(({ personId, name, ties }) => ({
          value: personId,
          label: ties.length > 0 ? t("tied", { name, units: ties.join(separator) }) : name,
        }))}
      />
    </ActionForm>
  );
}

export function ReleaseForm({
  tenant,
  expertId,
  name,
}: {
  tenant: string;
  expertId: string;
  name: string;
}) {
  const t = useTranslations("calls.expert");
  return (
    <Fold frame="line" label={t("release", { name })}>
      <ActionForm
        action={releaseExpertAction}
        tenant={tenant}
        hidden={{ expertId }}
        submitLabel={t("release", { name })}
        submitVariant="secondary"
        successMessage={t("released")}
      >
        <TextField name="reason" label={t("reason")} required maxLength={300} />
      </ActionForm>
    </Fold>
  );
}

export function DeclareForm({ tenant, id, units }: At & { units: readonly string[] }) {
  const t = useTranslations("calls.expert");
  return (
    <div className="flex flex-col gap-3">
      <p>{t("declareHint")}</p>
      <ul className="list-disc pl-5">
        {units.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <ActionForm
        action={declareAction}
        tenant={tenant}
        hidden={{ id }}
        submitLabel={t("declareSubmit")}
        successMessage={t("declared")}
      >
        <RadioField
          name="answer"
          label={t("answer")}
          required
          options={[
            { value: "clear", label: t("clear") },
            { value: "conflict", label: t("conflict") },
          ]}
        />
        <TextField name="reason" label={t("reason")} maxLength={300} />
      </ActionForm>
    </div>
  );
}

const sides = ["pull", "basis", "technical", "financial"] as const;
const questions = ["necessary", "novel", "feasible", "beneficial", "recommended"] as const;

export function OpinionForm({ tenant, id }: At) {
  const t = useTranslations("calls.opinion");
  return (
    <ActionForm
      action={opineAction}
      tenant={tenant}
      hidden={{ id }}
      submitLabel={t("submit")}
      successMessage={t("done")}
      draftKey={`opinion-${id}`}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {sides.map((side) => (
          <TextField key={side} name={side} label={t(side)} required inputMode="numeric" />
        ))}
      </div>
      <div className="flex flex-wrap gap-x-5">
        {questions.map((one) => (
          <CheckboxField key={one} name={one} label={t(one)} />
        ))}
      </div>
      <TextAreaField name="comment" label={t("comment")} required rows={4} maxLength={2000} />
    </ActionForm>
  );
}

type SheetProps = {
  tenant: string;
  bidId: string;
  criteria: CallView["criteria"];
  again: boolean;
};

/** One sheet for one bid: every criterion, once. */
export function ScoreForm({ tenant, bidId, criteria, again }: SheetProps) {
  const t = useTranslations("calls.score");
  return (
    <ActionForm
      action={scoreBidAction}
      tenant={tenant}
      hidden={{ bidId }}
      submitLabel={t(again ? "again" : "submit")}
      confirmLabel={t("question")}
      successMessage={t("done")}
      draftKey={`score-${bidId}`}
    >
      {criteria.map(({ id, name, weight }, place) => (
        <div key={id}>
          <input type="hidden" name={`points.${place}.criterionId`} defaultValue={id} />
          <TextField
            name={`points.${place}.points`}
            label={t("points", { name, weight })}
            required
            inputMode="numeric"
          />
        </div>
      ))}
    </ActionForm>
  );
}

export function DiscussForm({ tenant, bidId }: { tenant: string; bidId: string }) {
  const t = useTranslations("calls.score");
  return (
    <ActionForm
      action={discussAction}
      tenant={tenant}
      hidden={{ bidId }}
      submitLabel={t("discuss")}
      submitVariant="secondary"
      successMessage={t("discussed")}
    >
      <TextAreaField name="text" label={t("discussText")} required rows={3} maxLength={2000} />
    </ActionForm>
  );
}
