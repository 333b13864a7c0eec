"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  addItemAction,
  addPaperAction,
  removeItemAction,
  removePaperAction,
  settleItemAction,
  shiftItemAction,
  updateItemAction,
} from "@/lib/features/meetings/actions";
import type { ItemView, LiveMeeting } from "@/lib/features/meetings/schema/live";
import { AgendaItemFields, type Links } from "./agenda-item-fields";
import { Step } from "./step";

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
        <AgendaItemFields links={links} today={meeting.today} />
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
          <AgendaItemFields item={item} links={links} today={meeting.today} />
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
