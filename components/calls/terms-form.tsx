"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { proposeTermsAction } from "@/lib/features/calls/actions";
import type { CallView } from "@/lib/features/calls/schema/view";
import { ActionForm } from "../forms/action-form";
import { TextAreaField, TextField } from "../forms/fields";
import { Rows } from "../forms/rows";
import type { Step } from "./step-forms";

type Props = Step & {
  call: Pick<CallView, "criteria" | "leastBids" | "leastExperts" | "noticeDays">;
  again: boolean;
};

const presets = [
  ["technical", 40],
  ["feasible", 25],
  ["price", 20],
  ["benefit", 15],
] as const;

function CriterionRows({ call }: Pick<Props, "call">) {
  const t = useTranslations("calls.terms");
  const words = useTranslations("calls.criterion");
  const given =
    call.criteria.length > 0
      ? call.criteria
      : presets.map(([key, weight]) => ({ name: t(`preset.${key}`), weight }));
  return (
    <Rows
      list="criteria"
      first={given.length}
      most={10}
      addLabel={t("addCriterion")}
      removeLabel={(n) => t("removeCriterion", { n })}
      legend={(n) => t("criterionN", { n })}
      row={(row) => (
        <div className="grid grid-cols-[2fr_1fr] gap-3">
          <TextField
            name={`criteria.${row}.name`}
            label={words("name")}
            required
            maxLength={100}
            defaultValue={given[row]?.name}
          />
          <TextField
            name={`criteria.${row}.weight`}
            label={words("weight")}
            required
            inputMode="numeric"
            defaultValue={given[row]?.weight}
          />
        </div>
      )}
    />
  );
}

/** The terms of a call, which its enterprise is asked to agree to. */
export function TermsForm({ tenant, id, version, call, again }: Props) {
  const t = useTranslations("calls.terms");
  return (
    <Fold frame="line" label={t(again ? "reissue" : "propose")}>
      <p className="mb-3 text-sm text-muted">{t("hint")}</p>
      <ActionForm
        action={proposeTermsAction}
        tenant={tenant}
        hidden={{ id, version }}
        submitLabel={t(again ? "reissue" : "propose")}
        successMessage={t("proposeDone")}
      >
        <CriterionRows call={call} />
        <TextField
          name="leastBids"
          label={t("leastBids")}
          hint={t("leastBidsHint")}
          required
          inputMode="numeric"
          defaultValue={call.leastBids}
        />
        <TextField
          name="leastExperts"
          label={t("leastExperts")}
          required
          inputMode="numeric"
          defaultValue={call.leastExperts}
        />
        <TextField
          name="noticeDays"
          label={t("noticeDays")}
          required
          inputMode="numeric"
          defaultValue={call.noticeDays}
        />
        {again && (
          <TextAreaField name="reason" label={t("changed")} required rows={2} maxLength={500} />
        )}
      </ActionForm>
    </Fold>
  );
}
