"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  confirmItemAction,
  createItemAction,
  itemToCallAction,
  updateItemAction,
  withdrawItemAction,
} from "@/lib/features/calls/actions";
import type { ListItem } from "@/lib/features/calls/schema/lists";
import { type ListKind, listKinds, painCategories, skillLevels } from "@/lib/features/calls/types";
import { ActionForm } from "../forms/action-form";
import { DateField, MoneyField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

type Named = { id: string; name: string };
type Given = Partial<Omit<ListItem, "id" | "version">>;

function TechnologyFields({ given }: { given: Given }) {
  const t = useTranslations("calls");
  return (
    <>
      <SelectField
        name="pain"
        label={t("lists.field.pain")}
        defaultValue={given.pain}
        options={painCategories.map((value) => ({ value, label: t(`pain.${value}`) }))}
      />
      <MoneyField name="budget" label={t("lists.field.budget")} defaultValue={given.budget} />
    </>
  );
}

function TalentFields({ given }: { given: Given }) {
  const t = useTranslations("calls.lists");
  return (
    <>
      <TextField
        name="occupation"
        label={t("field.occupation")}
        required
        maxLength={100}
        defaultValue={given.occupation}
      />
      <SelectField
        name="skill"
        label={t("field.skill")}
        defaultValue={given.skill ?? "any"}
        options={skillLevels.map((value) => ({ value, label: t(`skill.${value}`) }))}
      />
      <TextField
        name="headcount"
        label={t("field.headcount")}
        required
        inputMode="numeric"
        defaultValue={given.headcount}
      />
    </>
  );
}

function ItemFields({ kind, given = {} }: { kind: ListKind; given?: Given }) {
  const t = useTranslations("calls.lists");
  return (
    <>
      <TextField
        name="title"
        label={t("field.title")}
        required
        maxLength={200}
        defaultValue={given.title}
      />
      <TextAreaField
        name="detail"
        label={t("field.detail")}
        required
        rows={3}
        maxLength={2000}
        defaultValue={given.detail}
      />
      <TextField
        name="stewardName"
        label={t("field.steward")}
        hint={t("field.stewardHint")}
        required
        maxLength={60}
        defaultValue={given.stewardName}
      />
      {kind === "technology" && <TechnologyFields given={given} />}
      {kind === "talent" && <TalentFields given={given} />}
      {kind !== "product" && (
        <DateField name="neededOn" label={t("field.neededOn")} defaultValue={given.neededOn} />
      )}
    </>
  );
}

type CreateProps = { tenant: string; kind: ListKind; own: readonly Named[]; anyMember: boolean };

export function CreateItemForm({ tenant, kind, own, anyMember }: CreateProps) {
  const t = useTranslations("calls.lists");
  return (
    <ActionForm
      action={createItemAction}
      tenant={tenant}
      hidden={{ kind: listKinds.find((one) => one === kind) }}
      submitLabel={t("add")}
      successMessage={t("added")}
      successHref={`/a/${tenant}/calls/lists?kind=${kind}`}
      draftKey={`list-${tenant}-${kind}`}
    >
      {anyMember && (
        <OrganizationField
          name="organizationId"
          label={t("field.organization")}
          tenant={tenant}
          required
          membersOnly
        />
      )}
      {!anyMember && own.length > 1 && (
        <SelectField
          name="organizationId"
          label={t("field.organization")}
          required
          options={own.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
      <ItemFields kind={kind} />
    </ActionForm>
  );
}

/** What can be done with a line: it is still so, it has changed, it is to become a call, it is gone. */
export function ItemSteps({ tenant, item }: { tenant: string; item: ListItem }) {
  const t = useTranslations("calls.lists");
  const hidden = { id: item.id, version: item.version };
  return (
    <details>
      <summary className="min-h-6 cursor-pointer">{t("manage")}</summary>
      <div className="mt-2 flex min-w-60 flex-col gap-3">
        {item.mayCall && (
          <ActionForm
            action={itemToCallAction}
            tenant={tenant}
            hidden={hidden}
            submitLabel={t("toCall")}
            successMessage={t("called")}
            successHref={`/a/${tenant}/calls/{id}/edit`}
          />
        )}
        <ActionForm
          action={confirmItemAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("confirm")}
          submitVariant="secondary"
          successMessage={t("confirmed")}
        />
        <Fold frame="line" label={t("edit")}>
          <ActionForm
            action={updateItemAction}
            tenant={tenant}
            hidden={{ ...hidden, kind: item.kind }}
            submitLabel={t("edit")}
            successMessage={t("edited")}
          >
            <ItemFields kind={item.kind} given={item} />
          </ActionForm>
        </Fold>
        <ActionForm
          action={withdrawItemAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("withdraw")}
          submitVariant="danger"
          confirmLabel={t("withdrawQuestion")}
          successMessage={t("withdrawn")}
        />
      </div>
    </details>
  );
}
