"use client";

import { useTranslations } from "next-intl";
import type { ProgrammeChoices } from "@/lib/features/programmes/schema";
import {
  changeSupplyAction,
  confirmBureauAction,
  confirmSchoolAction,
  enterSupplyAction,
  giveBackSupplyAction,
  publishSupplyAction,
} from "@/lib/features/talent/actions";
import type { SupplyRow, SupplyView } from "@/lib/features/talent/schema/supply";
import { ActionForm } from "../forms/action-form";
import { SelectField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";
import { OrganizationField } from "../organizations/organization-field";

const numbers = ["enrolled", "onRoll", "graduates", "capacity"] as const;

function NumberFields({ given }: { given?: SupplyRow }) {
  const t = useTranslations("talent.supply.field");
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {numbers.map((key) => (
        <TextField
          key={key}
          name={key}
          label={t(key)}
          required
          inputMode="numeric"
          defaultValue={given?.[key]}
        />
      ))}
    </div>
  );
}

/** The school's numbers of one offering in one academic year. */
export function EnterSupplyForm({
  tenant,
  mine,
  offerings,
}: { tenant: string } & Pick<ProgrammeChoices, "mine" | "offerings">) {
  const t = useTranslations("talent.supply");
  const own = offerings.filter(
    (one) => one.status !== "closed" && mine.some(({ id }) => id === one.organizationId),
  );
  return (
    <StepForm
      label={t("enter")}
      action={enterSupplyAction}
      tenant={tenant}
      hidden={{}}
      done={t("entered")}
    >
      <SelectField
        name="offeringId"
        label={t("field.offering")}
        required
        options={own.map((one) => ({
          value: one.id,
          label: `${one.school} · ${one.programme}`,
        }))}
      />
      <TextField
        name="academicYear"
        label={t("field.year")}
        hint={t("field.yearHint")}
        required
        inputMode="numeric"
      />
      <NumberFields />
    </StepForm>
  );
}

type StepProps = { tenant: string; supply: SupplyView };

/** The next confirmation, each by another person. */
export function SupplySteps({ tenant, supply }: StepProps) {
  const t = useTranslations("talent.supply");
  const { may } = supply;
  const hidden = { supplyId: supply.id, version: supply.version };
  return (
    <div className="flex flex-col gap-4">
      {may.confirmSchool && (
        <ActionForm
          action={confirmSchoolAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("confirmSchool")}
          successMessage={t("schoolConfirmed")}
        />
      )}
      {may.confirmBureau && (
        <ActionForm
          action={confirmBureauAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("confirmBureau")}
          successMessage={t("bureauConfirmed")}
        >
          <OrganizationField
            name="bureauId"
            label={t("field.bureau")}
            required
            kinds={["government"]}
          />
        </ActionForm>
      )}
      {may.publish && (
        <ActionForm
          action={publishSupplyAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("publish")}
          successMessage={t("published")}
        />
      )}
      {may.change && (
        <StepForm
          label={t("change")}
          action={changeSupplyAction}
          tenant={tenant}
          hidden={hidden}
          done={t("changed")}
        >
          <NumberFields given={supply} />
        </StepForm>
      )}
      {may.giveBack && (
        <StepForm
          label={t("giveBack")}
          action={giveBackSupplyAction}
          tenant={tenant}
          hidden={hidden}
          done={t("givenBack")}
          variant="danger"
        >
          <TextAreaField
            name="reason"
            label={t("field.reason")}
            required
            rows={2}
            maxLength={500}
          />
        </StepForm>
      )}
    </div>
  );
}
