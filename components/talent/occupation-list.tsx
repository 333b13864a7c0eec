"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import type { ProgrammeChoices } from "@/lib/features/programmes/schema";
import { saveOccupationAction } from "@/lib/features/talent/actions";
import type { OccupationRow } from "@/lib/features/talent/schema/demands";
import { ActionForm } from "../forms/action-form";
import { CheckboxField, TextField } from "../forms/fields";
import { useNamed } from "./words";

type Props = {
  tenant: string;
  items: readonly OccupationRow[];
  programmes: ProgrammeChoices["programmes"];
  mayManage: boolean;
};

/** Which programmes lead to which occupation. */
export function OccupationList({ tenant, items, programmes, mayManage }: Props) {
  const t = useTranslations("talent.occupations");
  const named = useNamed();
  return (
    <div className="flex flex-col gap-4">
      {items.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {items.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 py-3 first:pt-0">
            <p className="font-medium">
              {named(one)}{" "}
              <span className="text-sm font-normal text-muted tabular-nums">
                {t("demands")} {one.demands}
              </span>
            </p>
            <p className="text-sm">
              {one.programmes.length > 0
                ? one.programmes.map(({ name }) => name).join(" · ")
                : t("noProgrammes")}
            </p>
            {mayManage && (
              <Fold label={t("edit")}>
                <OccupationForm
                  key={one.version}
                  tenant={tenant}
                  programmes={programmes}
                  given={one}
                />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      {mayManage && (
        <Fold label={t("add")}>
          <OccupationForm tenant={tenant} programmes={programmes} />
        </Fold>
      )}
    </div>
  );
}

function OccupationForm({
  tenant,
  programmes,
  given,
}: Pick<Props, "tenant" | "programmes"> & { given?: OccupationRow }) {
  const t = useTranslations("talent.occupations");
  const p = useTranslations("programmes");
  const chosen = new Set(given?.programmes.map(({ id }) => id));
  return (
    <ActionForm
      action={saveOccupationAction}
      tenant={tenant}
      hidden={given ? { occupationId: given.id, version: given.version } : {}}
      submitLabel={given ? t("save") : t("add")}
      successMessage={t("saved")}
    >
      <TextField
        name="name"
        label={t("name")}
        required
        maxLength={100}
        defaultValue={given?.name}
      />
      <TextField name="nameEn" label={t("nameEn")} maxLength={100} defaultValue={given?.nameEn} />
      <fieldset className="flex max-h-64 flex-col gap-1 overflow-y-auto border-l-2 border-line pl-3">
        <legend className="mb-1 font-medium">{t("programmes")}</legend>
        {programmes.map((one) => (
          <CheckboxField
            key={one.id}
            name="programmeIds[]"
            value={one.id}
            label={`${one.name} · ${p(`level.${one.level}`)}`}
            defaultChecked={chosen.has(one.id)}
          />
        ))}
      </fieldset>
    </ActionForm>
  );
}
