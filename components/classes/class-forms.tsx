"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import { recordYearAction, setPartnerAction } from "@/lib/features/classes/actions";
import type { ClassView } from "@/lib/features/classes/schema";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { useAcademicYear } from "../talent/words";

const heads = ["planned", "enrolled", "current", "completed", "hired"] as const;
type Year = ClassView["years"][number];
type Props = { tenant: string; classId: string };

function HeadFields({ given }: { given?: Year }) {
  const t = useTranslations("classes.field");
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      {heads.map((key) => (
        <TextField
          key={key}
          name={key}
          label={t(key)}
          required
          inputMode="numeric"
          defaultValue={given?.[key] ?? 0}
        />
      ))}
    </div>
  );
}

/** A new academic year, and each known one to be corrected with the version that was seen. */
export function YearForm({ tenant, classId, years }: Props & { years: readonly Year[] }) {
  const t = useTranslations("classes");
  const words = useAcademicYear();
  return (
    <>
      <Fold label={t("recordYear")}>
        <ActionForm
          action={recordYearAction}
          tenant={tenant}
          hidden={{ classId }}
          submitLabel={t("recordYear")}
          successMessage={t("recorded")}
        >
          <TextField
            name="academicYear"
            label={t("field.year")}
            hint={t("field.yearHint")}
            required
            inputMode="numeric"
          />
          <HeadFields />
        </ActionForm>
      </Fold>
      {years.map((year) => (
        <Fold
          key={`${year.academicYear}-${year.version}`}
          label={t("correctYear", { year: words(year.academicYear) })}
        >
          <ActionForm
            action={recordYearAction}
            tenant={tenant}
            hidden={{ classId, academicYear: year.academicYear, yearVersion: year.version }}
            submitLabel={t("recordYear")}
            successMessage={t("recorded")}
          >
            <HeadFields given={year} />
          </ActionForm>
        </Fold>
      ))}
    </>
  );
}

export function PartnerForm({ tenant, classId, version }: Props & { version: number }) {
  const t = useTranslations("classes");
  return (
    <Fold label={t("setPartner")}>
      <ActionForm
        action={setPartnerAction}
        tenant={tenant}
        hidden={{ classId, version }}
        submitLabel={t("setPartner")}
        successMessage={t("partnerSet")}
      >
        <OrganizationField name="organizationId" label={t("field.partner")} required />
        <TextField name="mentors" label={t("field.mentors")} required inputMode="numeric" />
      </ActionForm>
    </Fold>
  );
}
