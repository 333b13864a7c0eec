"use client";

import { useTranslations } from "next-intl";
import {
  returnSelfAction,
  saveSelfAction,
  submitSelfAction,
} from "@/lib/features/evaluations/actions";
import { isSelfReported } from "@/lib/features/evaluations/rules/lines";
import type { LineView, SubjectView } from "@/lib/features/evaluations/schema/rounds";
import { itemLevels } from "@/lib/features/evaluations/types";
import { ActionForm } from "../forms/action-form";
import { FileField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { plain } from "./use-sentence";

type Props = { tenant: string; subject: SubjectView };
const keyOf = (subject: SubjectView) => ({ subjectId: subject.id, version: subject.version });

/** As many rows as there are items, and some more. */
function ItemRows({ line, place }: { line: LineView; place: number }) {
  const t = useTranslations("evaluations");
  const rows = Array.from({ length: line.items.length + 3 }, (_, row) => row);
  return rows.map((row) => {
    const item = line.items[row];
    const name = (field: string) => `entries.${place}.items.${row}.${field}`;
    return (
      <fieldset key={row} className="grid gap-2 border-l-2 border-line pl-3 sm:grid-cols-3">
        <legend className="text-sm text-muted">{t("subject.addItem", { n: row + 1 })}</legend>
        <TextField
          name={name("key")}
          label={t("subject.itemKey")}
          maxLength={120}
          defaultValue={item?.key}
        />
        <TextField
          name={name("title")}
          label={t("subject.itemTitle")}
          maxLength={200}
          defaultValue={item?.title}
        />
        <SelectField
          name={name("level")}
          label={t("subject.itemLevel")}
          defaultValue={item?.level}
          options={itemLevels.map((level) => ({
            value: level,
            label: t(`schemes.level.${level}`),
          }))}
        />
      </fieldset>
    );
  });
}

function EntryFields({ line, place, tenant }: { line: LineView; place: number; tenant: string }) {
  const t = useTranslations("evaluations.subject");
  const name = (field: string) => `entries.${place}.${field}`;
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-3 first:border-0">
      <legend className="pt-2 font-medium">
        {line.code} {line.name}
      </legend>
      <input type="hidden" name={name("indicatorId")} defaultValue={line.indicatorId} />
      {line.evidence && <p className="text-sm text-muted">{line.evidence}</p>}
      {line.kind === "level_points" ? (
        <ItemRows line={line} place={place} />
      ) : (
        <TextField
          name={name("value")}
          label={line.unit ? t("value", { unit: line.unit }) : t("valuePlain")}
          inputMode="decimal"
          defaultValue={line.selfValue === null ? undefined : plain(line.selfValue)}
        />
      )}
      <TextField
        name={name("note")}
        label={t("note")}
        maxLength={500}
        defaultValue={line.selfNote}
      />
      <FileField name={name("fileId")} label={t("file")} tenant={tenant} />
      {line.file && <p className="text-sm text-muted">{line.file.name}</p>}
    </fieldset>
  );
}

/** The draft of one's own evaluation; what is saved replaces what was saved before. */
export function SelfForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  const asked = subject.lines.filter(({ kind }) => isSelfReported(kind));
  return (
    <ActionForm
      key={subject.version}
      action={saveSelfAction}
      tenant={tenant}
      hidden={keyOf(subject)}
      submitLabel={t("save")}
      submitVariant="secondary"
      successMessage={t("saved")}
      draftKey={`self-${subject.id}`}
    >
      <p className="text-sm text-muted">{t("selfHint")}</p>
      {asked.map((line, place) => (
        <EntryFields key={line.indicatorId} line={line} place={place} tenant={tenant} />
      ))}
    </ActionForm>
  );
}

export function SubmitSelfForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      action={submitSelfAction}
      tenant={tenant}
      hidden={keyOf(subject)}
      submitLabel={t("submit")}
      confirmLabel={t("submitConfirm")}
      successMessage={t("submitted")}
    />
  );
}

export function ReturnForm({ tenant, subject }: Props) {
  const t = useTranslations("evaluations.subject");
  return (
    <ActionForm
      action={returnSelfAction}
      tenant={tenant}
      hidden={keyOf(subject)}
      submitLabel={t("giveBack")}
      submitVariant="secondary"
      successMessage={t("givenBack")}
    >
      <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
    </ActionForm>
  );
}
