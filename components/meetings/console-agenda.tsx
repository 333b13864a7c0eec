"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/forms/fields";
import { Fold } from "@/components/ui/fold";
import {
  addItemAction,
  focusItemAction,
  setChairAction,
  settleItemAction,
} from "@/lib/features/meetings/actions";
import type { ItemView, LiveMeeting } from "@/lib/features/meetings/schema/live";
import { Step } from "./step";

type Props = { tenant: string; item: ItemView };

export function CallItem({ tenant, item }: Props) {
  const t = useTranslations("meetings.course");
  return (
    <Step
      action={focusItemAction}
      tenant={tenant}
      hidden={{ itemId: item.id }}
      label={t("focus")}
    />
  );
}

/** Nothing new is decided that was not on the agenda; how to go on with it may be asked at any time. */
export function MotionOfOrder({ tenant, meeting }: { tenant: string; meeting: LiveMeeting }) {
  const t = useTranslations("meetings.course");
  return (
    <Fold frame="boxed" label={t("motionOfOrder")}>
      <Step
        action={addItemAction}
        tenant={tenant}
        hidden={{ meetingId: meeting.id, kind: "procedural", matter: "procedural" }}
        label={t("addMotion")}
      >
        <TextField
          name="title"
          label={t("motionTitle")}
          hint={t("motionHint")}
          required
          maxLength={200}
        />
      </Step>
    </Fold>
  );
}

/** How an item ends without a vote. */
export function SettleItem({ tenant, item }: Props) {
  const t = useTranslations("meetings.course");
  const hows =
    item.kind === "report" || item.kind === "follow_up"
      ? (["hear", "defer"] as const)
      : (["defer", "hear", "refer_up", "withdraw"] as const);
  return (
    <div className="flex flex-wrap gap-2">
      {hows.map((how) => (
        <Step
          key={how}
          action={settleItemAction}
          tenant={tenant}
          hidden={{ itemId: item.id, version: item.version, how }}
          label={t(`settle.${how}`)}
          variant={how === "hear" && hows[0] === "hear" ? "primary" : "secondary"}
          confirm={t("settleConfirm", { how: t(`settle.${how}`) })}
        />
      ))}
    </div>
  );
}

export function ChairForm({ tenant, meeting }: { tenant: string; meeting: LiveMeeting }) {
  const t = useTranslations("meetings.course");
  const free = meeting.seats.filter(
    (seat) => seat.present && seat.eligible && !seat.recused && seat.seatId !== meeting.chairSeatId,
  );
  return (
    <Fold frame="boxed" label={t("changeChair")}>
      <Step
        action={setChairAction}
        tenant={tenant}
        hidden={{ meetingId: meeting.id }}
        label={t("changeChair")}
      >
        <SelectField
          name="seatId"
          label={t("newChair")}
          required
          options={free.map((seat) => ({
            value: seat.seatId,
            label: `${seat.number} ${seat.present?.personName ?? ""}`,
          }))}
        />
      </Step>
    </Fold>
  );
}
