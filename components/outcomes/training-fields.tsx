import { useTranslations } from "next-intl";
import type { Training } from "@/lib/features/outcomes/schema/batches";
import { trainingKinds } from "@/lib/features/outcomes/types";
import { CheckboxField, DateField, FileField, SelectField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

type Given = { given?: Training };
type Open = NonNullable<Training["form"]>["open"];

export const allOpen: Open = { facts: true, persons: true, personTimes: true, personDays: true };

/** Course, dates and place: what the training is known by. */
export function KeyFields({ given }: Given) {
  const t = useTranslations("trainings.field");
  return (
    <>
      <TextField
        name="course"
        label={t("course")}
        hint={t("courseHint")}
        required
        maxLength={60}
        defaultValue={given?.course}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateField name="startsOn" label={t("startsOn")} required defaultValue={given?.startsOn} />
        <DateField name="endsOn" label={t("endsOn")} required defaultValue={given?.endsOn} />
      </div>
      <TextField
        name="place"
        label={t("place")}
        hint={t("placeHint")}
        required
        maxLength={30}
        defaultValue={given?.place}
      />
    </>
  );
}

const numbers = ["personTimes", "persons", "personDays"] as const;
const plain = (value: string | number | null | undefined) =>
  String(value ?? "").replace(/\.00$/, "");

/** Three numbers, each of them optional, and what goes with them; those that are closed are left out. */
export function NumberFields({ given, open }: Given & { open: Open }) {
  const t = useTranslations("trainings.field");
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        {numbers
          .filter((name) => open[name])
          .map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              hint={t(`${name}Hint`)}
              inputMode={name === "personDays" ? "decimal" : "numeric"}
              defaultValue={plain(given?.form?.[name])}
            />
          ))}
      </div>
      <CheckboxField
        name="fullDays"
        label={t("fullDays")}
        defaultChecked={given?.fullDays ?? false}
      />
      <TextField
        name="certified"
        label={t("certified")}
        hint={t("certifiedHint")}
        inputMode="numeric"
        defaultValue={given?.certified}
      />
      {open.personDays && (
        <CheckboxField
          name="publicBenefit"
          label={t("publicBenefit")}
          hint={t("publicBenefitHint")}
          defaultChecked={given?.publicBenefit ?? false}
        />
      )}
    </>
  );
}

/** Kind, partner and paper. */
export function RestFields({ tenant, given }: Given & { tenant: string }) {
  const t = useTranslations("trainings");
  return (
    <>
      <SelectField
        name="kind"
        label={t("field.kind")}
        required
        options={trainingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        defaultValue={given?.kind}
      />
      <OrganizationField
        name="partnerId"
        label={t("field.partner")}
        hint={t("field.partnerHint")}
        tenant={tenant}
        membersOnly
        defaultValue={given?.partner ?? null}
      />
      <FileField
        name="fileId"
        label={t("field.file")}
        tenant={tenant}
        hint={given ? t("field.fileKept") : t("field.fileHint")}
      />
    </>
  );
}
