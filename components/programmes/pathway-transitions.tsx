"use client";

import { useTranslations } from "next-intl";
import { recordTransitionAction } from "@/lib/features/programmes/actions";
import type { OfferingView } from "@/lib/features/programmes/schema";
import { ActionForm } from "../forms/action-form";
import { TextField } from "../forms/fields";
import { DataTable } from "../ui/data-table";
import { Fold } from "../ui/fold";

type Pathway = OfferingView["pathways"][number];
type Year = Pathway["transitions"][number];

/** People who went over, year by year, each with the places of a year and what shows it. */
export function TransitionTable({ pathway }: { pathway: Pathway }) {
  const t = useTranslations("programmes");
  if (pathway.transitions.length === 0) return null;
  return (
    <DataTable
      caption={t("transitions")}
      rows={pathway.transitions}
      rowKey={(row) => String(row.year)}
      columns={[
        { key: "year", header: t("transition.year"), cell: (row) => String(row.year) },
        { key: "moved", header: t("transition.moved"), align: "end", cell: (row) => row.moved },
        { key: "quota", header: t("transition.quota"), align: "end", cell: () => pathway.quota },
        { key: "evidence", header: t("transition.evidence"), cell: (row) => row.evidence },
      ]}
    />
  );
}

type Props = { tenant: string; pathway: Pathway };

/** A new year, and each known one to be corrected with the version that was seen. */
export function TransitionForms({ tenant, pathway }: Props) {
  const t = useTranslations("programmes.transition");
  return (
    <>
      <Fold label={t("record")}>
        <TransitionForm tenant={tenant} pathway={pathway} />
      </Fold>
      {pathway.transitions.map((one) => (
        <Fold key={`${one.year}-${one.version}`} label={t("correct", { year: String(one.year) })}>
          <TransitionForm tenant={tenant} pathway={pathway} given={one} />
        </Fold>
      ))}
    </>
  );
}

function TransitionForm({ tenant, pathway, given }: Props & { given?: Year }) {
  const t = useTranslations("programmes.transition");
  return (
    <ActionForm
      action={recordTransitionAction}
      tenant={tenant}
      hidden={{
        pathwayId: pathway.id,
        ...(given && { year: given.year, yearVersion: given.version }),
      }}
      submitLabel={t("record")}
      successMessage={t("recorded")}
    >
      {!given && (
        <TextField
          name="year"
          label={t("year")}
          hint={t("yearHint")}
          required
          inputMode="numeric"
        />
      )}
      <TextField
        name="moved"
        label={t("moved")}
        required
        inputMode="numeric"
        defaultValue={given?.moved}
      />
      <TextField
        name="evidence"
        label={t("evidence")}
        hint={t("evidenceHint")}
        required
        maxLength={300}
        defaultValue={given?.evidence}
      />
    </ActionForm>
  );
}
