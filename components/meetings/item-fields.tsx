"use client";

import { useTranslations } from "next-intl";
import { use, useState } from "react";
import { FormContext } from "@/components/forms/context";
import {
  CheckboxField,
  DateField,
  SelectField,
  TextAreaField,
  TextField,
} from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { controlClass } from "@/components/ui/control";
import { matters, outcomes } from "@/lib/features/bodies/types";
import { voteMethods } from "@/lib/features/meetings/types";
import { LiveResult } from "./live-result";
import { useLive } from "./sitting";

const counts = ["yes", "no", "abstain", "invalid", "recused"] as const;

function CountField({ name, label }: { name: string; label: string }) {
  const { kept, faults } = use(FormContext);
  const value = kept.get(name)?.value;
  return (
    <label className="flex w-20 flex-col gap-1 text-sm">
      {label}
      <input
        id={name}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typeof value === "string" ? value : ""}
        placeholder="0"
        aria-invalid={faults.has(name) ? true : undefined}
        data-label={label}
        className={`${controlClass} text-right tabular-nums`}
      />
    </label>
  );
}

/** Text, counts and result of one motion, with the rule's own answer beside them. */
function MotionFields({ name, admission }: { name: string; admission: boolean }) {
  const t = useTranslations("meetings");
  const b = useTranslations("bodies");
  const { typed } = useLive();
  const matter = admission ? "membership" : (typed.get(`${name}.matter`) ?? "");
  const carried = typed.get(`${name}.outcome`) === "carried";
  return (
    <>
      <TextAreaField
        name={`${name}.text`}
        label={t("item.text")}
        hint={t("item.textHint")}
        required
        rows={3}
        maxLength={2000}
      />
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        {admission ? (
          <input type="hidden" name={`${name}.matter`} value="membership" />
        ) : (
          <SelectField
            name={`${name}.matter`}
            label={t("item.matter")}
            required
            defaultValue="ordinary"
            options={matters.map((value) => ({ value, label: b(`matter.${value}`) }))}
          />
        )}
        <SelectField
          name={`${name}.method`}
          label={t("item.method")}
          required
          defaultValue="hands"
          options={voteMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-medium">{t("item.votes")}</legend>
        <div className="flex flex-wrap gap-3">
          {counts.map((kind) => (
            <CountField key={kind} name={`${name}.${kind}`} label={t(`item.${kind}`)} />
          ))}
        </div>
      </fieldset>
      <SelectField
        name={`${name}.outcome`}
        label={t("item.outcome")}
        required
        options={outcomes.map((value) => ({ value, label: b(`outcome.${value}`) }))}
      />
      <LiveResult name={name} matter={matter} />
      {carried && (
        <DateField
          name={`${name}.effectiveFrom`}
          label={t("item.effectiveFrom")}
          hint={t("item.effectiveFromHint")}
        />
      )}
    </>
  );
}

/** One item of the agenda: heard, voted on, or an application decided. */
export function ItemFields({
  index,
  applications,
  title,
}: {
  index: number;
  applications: readonly Option[];
  title?: string | undefined;
}) {
  const t = useTranslations("meetings.item");
  const { typed, sitting } = useLive();
  const { kept } = use(FormContext);
  const name = `items.${index}`;
  const [heard, setHeard] = useState(
    sitting.rules.length === 0 || (kept.has(`${name}.title`) && !kept.has(`${name}.motion.text`)),
  );
  const admission = Boolean(typed.get(`${name}.applicationId`));
  const carried = typed.get(`${name}.motion.outcome`) === "carried";
  return (
    <div className="flex flex-col gap-4">
      <TextField
        name={`${name}.title`}
        label={t("name")}
        required
        maxLength={200}
        defaultValue={title}
      />
      {applications.length > 0 && (
        <SelectField
          name={`${name}.applicationId`}
          label={t("application")}
          hint={t("applicationHint")}
          options={applications}
        />
      )}
      <div>
        <CheckboxField name={`${name}.partyPrior`} label={t("partyPrior")} />
        {!admission && (
          // Without a name: it decides what is asked, and is no answer itself.
          <label className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={heard}
              onChange={(event) => setHeard(event.target.checked)}
              className="size-5 shrink-0 accent-accent"
            />
            {t("kindReport")}
          </label>
        )}
      </div>
      {(admission || !heard) && <MotionFields name={`${name}.motion`} admission={admission} />}
      {admission && carried && (
        <CheckboxField name={`${name}.admitAtOnce`} label={t("admitAtOnce")} />
      )}
    </div>
  );
}
