"use client";

import { useTranslations } from "next-intl";
import { decidePowersAction, proposePowersAction } from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { MoneyField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

type Amounts = { reviewFrom: string; amountA: string; amountB: string };

export function ProposePowers({ tenant, now }: { tenant: string; now: Amounts }) {
  const t = useTranslations("projects.powers");
  return (
    <StepForm
      label={t("propose")}
      action={proposePowersAction}
      tenant={tenant}
      hidden={{}}
      done={t("proposed")}
    >
      {(["reviewFrom", "amountA", "amountB"] as const).map((name) => (
        <MoneyField key={name} name={name} label={t(name)} required defaultValue={now[name]} />
      ))}
    </StepForm>
  );
}

/** The second person's answer; who proposed it is told that it is another's. */
export function AnswerPowers({ tenant, id, mine }: { tenant: string; id: string; mine: boolean }) {
  const t = useTranslations("projects.powers");
  if (mine) return <p className="text-sm text-muted">{t("mine")}</p>;
  const answer = (verdict: "approve" | "reject") => ({
    action: decidePowersAction,
    tenant,
    hidden: { id, verdict },
    successMessage: t("done"),
  });
  return (
    <div className="mt-2 flex flex-wrap gap-3">
      <ActionForm
        {...answer("approve")}
        submitLabel={t("adopt")}
        confirmLabel={t("adoptQuestion")}
      />
      <ActionForm
        {...answer("reject")}
        submitLabel={t("drop")}
        submitVariant="secondary"
        confirmLabel={t("dropQuestion")}
      />
    </div>
  );
}
