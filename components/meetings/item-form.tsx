"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import {
  CheckboxField,
  FileField,
  SelectField,
  TextAreaField,
  TextField,
} from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { Fold } from "@/components/ui/fold";
import { matters } from "@/lib/features/bodies/types";
import {
  addItemAction,
  addPaperAction,
  removeItemAction,
  removePaperAction,
  settleItemAction,
  shiftItemAction,
  updateItemAction,
} from "@/lib/features/meetings/actions";
import type { EffectChoices } from "@/lib/features/meetings/schema/effects";
import type { ItemView, LiveMeeting } from "@/lib/features/meetings/schema/live";
import { itemKinds } from "@/lib/features/meetings/types";
import { EffectFields } from "./effect-fields";
import { Step } from "./step";

/** Applications and projects that an item may be about, and what a vote on it may bring about. */
export type Links = { applications: Option[]; projects: Option[]; effects: EffectChoices };

function Fields({ item, links, today }: { item?: ItemView; links: Links; today: string }) {
  const t = useTranslations("meetings");
  const m = useTranslations("bodies.matter");
  const [applicationId, setApplicationId] = useState("");
  // Whoever names an application means its admission: what the vote does and its matter follow, and may be changed.
  const admits = links.effects.admit.some(({ id }) => id === applicationId);
  return (
    <>
      <TextField
        name="title"
        label={t("item.name")}
        required
        maxLength={200}
        defaultValue={item?.title}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t("item.kind")}
          required
          defaultValue={item?.kind ?? "decide"}
          options={itemKinds.map((kind) => ({ value: kind, label: t(`itemKind.${kind}`) }))}
        />
        <SelectField
          key={String(admits)}
          name="matter"
          label={t("item.matter")}
          hint={t("agendaForm.matterHint")}
          defaultValue={admits ? "membership" : (item?.matter ?? "ordinary")}
          options={matters.map((matter) => ({ value: matter, label: m(matter) }))}
        />
      </div>
      <TextField
        name="proposer"
        label={t("agendaForm.proposer")}
        maxLength={200}
        defaultValue={item?.proposer ?? ""}
      />
      <TextAreaField
        name="explanation"
        label={t("agendaForm.explanation")}
        maxLength={5000}
        rows={3}
        defaultValue={item?.explanation ?? ""}
      />
      {links.applications.length > 0 && (
        <div
          onChange={(event) => {
            if (event.target instanceof HTMLSelectElement) setApplicationId(event.target.value);
          }}
        >
          <SelectField
            name="applicationId"
            label={t("item.application")}
            defaultValue={item?.applicationId ?? ""}
            options={links.applications}
          />
        </div>
      )}
      {links.projects.length > 0 && (
        <SelectField
          name="projectId"
          label={t("agendaForm.project")}
          hint={t("agendaForm.projectHint")}
          defaultValue={item?.projectId ?? ""}
          options={links.projects}
        />
      )}
      <EffectFields
        key={admits ? applicationId : ""}
        choices={links.effects}
        today={today}
        effect={admits ? { kind: "admit", applicationId } : item?.effect}
      />
      <CheckboxField
        name="partyPrior"
        label={t("item.partyPrior")}
        defaultChecked={item?.partyPrior}
      />
      <CheckboxField
        name="guarded"
        label={t("agendaForm.guarded")}
        hint={t("agendaForm.guardedHint")}
        defaultChecked={item?.guarded}
      />
    </>
  );
}

export function AddItemForm({
  tenant,
  meeting,
  links,
}: {
  tenant: string;
  meeting: LiveMeeting;
  links: Links;
}) {
  const t = useTranslations("meetings");
  return (
    <Fold frame="boxed" label={t("item.add")} open={meeting.items.length === 0}>
      <ActionForm
        key={meeting.items.length}
        action={addItemAction}
        tenant={tenant}
        hidden={{ meetingId: meeting.id }}
        submitLabel={t("item.add")}
      >
        <Fields links={links} today={meeting.today} />
      </ActionForm>
    </Fold>
  );
}

type Tools = { tenant: string; meeting: LiveMeeting; item: ItemView; links: Links };

/** What the secretariat may do with one item before people sit down. */
export function ItemTools({ tenant, meeting, item, links }: Tools) {
  const t = useTranslations("meetings.agendaForm");
  const hidden = { itemId: item.id, version: item.version };
  const shift = { action: shiftItemAction, tenant, variant: "quiet" as const };
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        <Step {...shift} hidden={{ ...hidden, direction: "up" }} label={t("up")} />
        <Step {...shift} hidden={{ ...hidden, direction: "down" }} label={t("down")} />
        {meeting.state === "draft" ? (
          <Step
            action={removeItemAction}
            tenant={tenant}
            hidden={hidden}
            label={t("remove")}
            variant="quiet"
            confirm={t("removeConfirm")}
          />
        ) : (
          <Step
            action={settleItemAction}
            tenant={tenant}
            hidden={{ ...hidden, how: "withdraw" }}
            label={t("withdraw")}
            variant="quiet"
            confirm={t("withdrawConfirm")}
          />
        )}
        {item.papers.map((paper) => (
          <Step
            key={paper.id}
            action={removePaperAction}
            tenant={tenant}
            hidden={{ paperId: paper.id }}
            label={t("removePaper", { title: paper.title })}
            variant="quiet"
            confirm={t("removePaperConfirm")}
          />
        ))}
      </div>
      <Fold frame="boxed" label={t("edit")}>
        <ActionForm
          key={item.version}
          action={updateItemAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("save")}
        >
          <Fields item={item} links={links} today={meeting.today} />
        </ActionForm>
      </Fold>
      <Fold frame="boxed" label={t("addPaper")}>
        <Step
          key={item.paperCount}
          action={addPaperAction}
          tenant={tenant}
          hidden={{ itemId: item.id }}
          label={t("addPaper")}
        >
          <FileField name="fileId" label={t("paper")} tenant={tenant} required />
          <TextField
            name="title"
            label={t("paperTitle")}
            hint={t("paperTitleHint")}
            maxLength={200}
          />
        </Step>
      </Fold>
    </div>
  );
}
