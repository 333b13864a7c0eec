"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  appointManagerAction,
  endManagerAction,
  saveEntityAction,
  saveSharesAction,
} from "@/lib/features/alliances/actions";
import { percentOf } from "@/lib/features/alliances/rules/shares";
import { entityKinds } from "@/lib/features/alliances/types";
import { ActionForm } from "../forms/action-form";
import { DateField, RadioField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";
import { Button } from "../ui/button";

type Ref = { id: string; name: string };
type Entity = {
  kind: (typeof entityKinds)[number];
  organization: Ref | null;
  functions: readonly string[];
  shares: readonly { organization: Ref; share: number }[];
};
type Props = { tenant: string; body: { id: string; version: number }; entity: Entity | null };
const hiddenOf = ({ id, version }: Props["body"]) => ({ bodyId: id, version });

export function EntityForm({ tenant, body, entity }: Props) {
  const t = useTranslations("alliances");
  return (
    <ActionForm
      action={saveEntityAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("entity.save")}
      successMessage={t("entity.saved")}
    >
      <RadioField
        name="kind"
        label={t("entity.kind")}
        required
        defaultValue={entity?.kind}
        options={entityKinds.map((value) => ({ value, label: t(`entityKind.${value}`) }))}
      />
      <OrganizationField
        name="organizationId"
        label={t("entity.organization")}
        hint={t("entity.organizationHint")}
        defaultValue={entity?.organization ?? null}
      />
      <TextAreaField
        name="functions"
        label={t("entity.functions")}
        hint={t("entity.functionsHint")}
        required
        maxLength={1000}
        defaultValue={entity?.functions.join("\n")}
      />
    </ActionForm>
  );
}

/** All shareholders in one form: a share is never changed without the others. */
export function SharesForm({ tenant, body, entity }: Props) {
  const t = useTranslations("alliances.entity");
  const given = entity?.shares ?? [];
  const [rows, setRows] = useState(() =>
    Array.from({ length: Math.max(1, given.length) }, (_, at) => at),
  );
  return (
    <ActionForm
      action={saveSharesAction}
      tenant={tenant}
      hidden={{ ...hiddenOf(body), shares: [] }}
      submitLabel={t("saveShares")}
      submitVariant="secondary"
      successMessage={t("saved")}
    >
      <p className="text-sm text-muted">{t("sharesHint")}</p>
      {rows.map((row, at) => (
        <div key={row} className="grid items-start gap-3 sm:grid-cols-[1fr_8rem_auto]">
          <OrganizationField
            name={`shares.${row}.organizationId`}
            label={t("shareholder")}
            defaultValue={given[row]?.organization ?? null}
            required
          />
          <TextField
            name={`shares.${row}.percent`}
            label={t("percent")}
            inputMode="decimal"
            required
            defaultValue={given[row] && percentOf(given[row].share)}
          />
          {rows.length > 1 && (
            <Button variant="quiet" onClick={() => setRows(rows.filter((one) => one !== row))}>
              {t("removeShareholder", { n: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button onClick={() => setRows([...rows, Math.max(-1, ...rows) + 1])}>
          {t("addShareholder")}
        </Button>
      </div>
    </ActionForm>
  );
}

export function ManagerForm({ tenant, body }: Props) {
  const t = useTranslations("alliances.entity");
  return (
    <ActionForm
      action={appointManagerAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("appoint")}
      submitVariant="secondary"
      successMessage={t("appointed")}
    >
      <TextField name="name" label={t("managerName")} required maxLength={60} />
      <TextField name="title" label={t("managerTitle")} maxLength={60} />
      <DateField name="from" label={t("from")} required />
      <TextField name="note" label={t("note")} maxLength={300} />
    </ActionForm>
  );
}

export function EndManagerForm({ tenant, body }: Props) {
  const t = useTranslations("alliances.entity");
  return (
    <ActionForm
      action={endManagerAction}
      tenant={tenant}
      hidden={hiddenOf(body)}
      submitLabel={t("end")}
      submitVariant="secondary"
      successMessage={t("ended")}
    >
      <DateField name="on" label={t("endOn")} required />
    </ActionForm>
  );
}
