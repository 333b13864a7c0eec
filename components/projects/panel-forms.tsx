"use client";

import { useTranslations } from "next-intl";
import {
  addExpertAction,
  closePanelAction,
  convenePanelAction,
  doneReworkAction,
} from "@/lib/features/projects/actions";
import type { PanelView } from "@/lib/features/projects/schema/panels";
import type { PanelKind } from "@/lib/features/projects/types";
import { DateField, SelectField, TextAreaField, TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

export type Expert = { userId: string; name: string; title: string | null; conflict: boolean };

function useOptions(experts: readonly Expert[]) {
  const t = useTranslations("projects.panel");
  return experts.map((one) => ({
    value: one.userId,
    label: `${one.name}${one.conflict ? t("near") : ""}`,
  }));
}

type Convene = {
  tenant: string;
  id: string;
  version: number;
  kind: PanelKind;
  experts: readonly Expert[];
};

export function ConveneForm({ tenant, id, version, kind, experts }: Convene) {
  const t = useTranslations("projects.panel");
  const options = useOptions(experts);
  const free = experts.filter((one) => !one.conflict);
  if (free.length < 3) return <p className="text-sm text-muted">{t("noExperts")}</p>;
  return (
    <StepForm
      label={t(`convene_${kind}`)}
      action={convenePanelAction}
      tenant={tenant}
      hidden={{ id, version, kind }}
      done={t("convened")}
      variant="primary"
    >
      <p className="text-sm text-muted">{t("conveneHint")}</p>
      {[0, 1, 2, 3, 4].map((index) => (
        <SelectField
          key={index}
          name={`experts.${index}`}
          label={t("expertN", { n: String(index + 1) })}
          required={index < 3}
          options={options}
        />
      ))}
    </StepForm>
  );
}

/** What the office does with a panel that is open. */
export function PanelForms({
  tenant,
  panel,
  experts,
}: {
  tenant: string;
  panel: PanelView;
  experts: readonly Expert[];
}) {
  const t = useTranslations("projects.panel");
  const options = useOptions(experts);
  if (panel.state === "closed") return null;
  return (
    <div className="mt-2">
      {panel.allIn && (
        <StepForm
          label={t("close")}
          action={closePanelAction}
          tenant={tenant}
          hidden={{ panelId: panel.id, version: panel.version }}
          done={t("closed")}
          variant="primary"
          draftKey={`close-panel-${panel.id}`}
        >
          <p className="text-sm text-muted">{t("closeHint")}</p>
          <TextAreaField name="summary" label={t("summary")} required rows={4} maxLength={2000} />
          {panel.kind === "acceptance" &&
            [0, 1].map((index) => (
              <div key={index} className="flex flex-col gap-3">
                <TextField
                  name={`rework.${index}.text`}
                  label={t("reworkText", { n: String(index + 1) })}
                  maxLength={300}
                />
                <DateField
                  name={`rework.${index}.dueOn`}
                  label={t("reworkDue", { n: String(index + 1) })}
                />
              </div>
            ))}
        </StepForm>
      )}
      <StepForm
        label={t("add")}
        action={addExpertAction}
        tenant={tenant}
        hidden={{ panelId: panel.id }}
        done={t("closed")}
        variant="secondary"
      >
        <SelectField name="userId" label={t("expert")} required options={options} />
      </StepForm>
    </div>
  );
}

export function ReworkForms({ tenant, panel }: { tenant: string; panel: PanelView }) {
  const t = useTranslations("projects.panel");
  return panel.rework
    .filter((item) => !item.doneAt)
    .map((item) => (
      <StepForm
        key={item.id}
        label={`${t("reworkDone")}：${item.text}`}
        action={doneReworkAction}
        tenant={tenant}
        hidden={{ itemId: item.id }}
        submit={t("reworkDone")}
        done={t("closed")}
      >
        <TextField name="doneNote" label={t("reworkNote")} required maxLength={500} />
      </StepForm>
    ));
}
