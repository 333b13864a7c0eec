"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { entriesOf } from "@/components/forms/collect";
import { FileField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import type { Roster } from "@/lib/features/bodies/schema/roster";
import { recordMeetingAction } from "@/lib/features/meetings/actions";
import { meetingModes } from "@/lib/features/meetings/types";
import { AttendanceGrid } from "./attendance-grid";
import { ItemList } from "./item-list";
import { LiveContext, type Typed, useAttendance } from "./sitting";

type Props = {
  tenant: string;
  roster: Roster;
  bodyName: string;
  /** Applications that wait for the council. */
  applications: readonly Option[];
  /** The meeting that was noticed here and held on paper. */
  noticed?:
    | { id: string; title: string; time: string; place: string | null; items: string[] }
    | undefined;
};

/** Reads the form around it whenever something in it changes, so that the rule can answer while one types. */
function Live({ roster, children }: { roster: Roster; children: ReactNode }) {
  const [typed, setTyped] = useState<Typed>(new Map());
  const box = useRef<HTMLDivElement>(null);
  const read = () => {
    const form = box.current?.closest("form");
    if (form) setTyped(new Map(entriesOf(form).map(({ name, value }) => [name, String(value)])));
  };
  // Once at the start, for what a draft put back and for what is chosen to begin with.
  useEffect(read, []);
  const live = useMemo(
    () => ({
      sitting: { holders: roster.holders, rules: roster.rules, seats: roster.seats },
      typed,
    }),
    [roster, typed],
  );
  return (
    <LiveContext value={live}>
      <div ref={box} onInput={read} onChange={read} className="flex flex-col gap-6">
        {children}
      </div>
    </LiveContext>
  );
}

function Meter() {
  const t = useTranslations("meetings.roster");
  const { present, unmarked } = useAttendance();
  return (
    <p role="status" className="text-sm tabular-nums">
      <span className="font-medium">{t("meter", { present })}</span>
      {unmarked > 0 && (
        <span className="ml-3 text-muted">{t("unmarked", { count: unmarked })}</span>
      )}
    </p>
  );
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {hint && <p className="text-sm text-muted">{hint}</p>}
      </div>
      {children}
    </section>
  );
}

/** A meeting held on paper, typed in from the paper. */
export function RecordForm({ tenant, roster, bodyName, applications, noticed }: Props) {
  const t = useTranslations("meetings");
  const { all, filled } = roster.seats;
  return (
    <ActionForm
      action={recordMeetingAction}
      tenant={tenant}
      hidden={{
        bodyId: roster.body.id,
        heldOn: roster.day,
        ...(noticed && { meetingId: noticed.id }),
      }}
      submitLabel={t("submitRecord")}
      successMessage={t("recorded")}
      successHref={`/a/${tenant}/meetings/{id}`}
      confirmLabel={t("recordConfirm")}
      draftKey={`record-${roster.body.id}-${roster.day}`}
    >
      <Live roster={roster}>
        <Section title={t("facts")}>
          <TextField
            name="title"
            label={t("field.title")}
            required
            maxLength={200}
            defaultValue={noticed?.title ?? t("field.titleDefault", { body: bodyName })}
          />
          <div className="grid max-w-xl gap-4 sm:grid-cols-2">
            <TextField
              name="time"
              label={t("field.time")}
              hint={t("field.timeHint")}
              inputMode="numeric"
              placeholder="14:30"
              defaultValue={noticed?.time}
              required
            />
            <SelectField
              name="mode"
              label={t("field.mode")}
              required
              defaultValue="room"
              options={meetingModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            />
          </div>
          <TextField
            name="place"
            label={t("field.place")}
            maxLength={200}
            defaultValue={noticed?.place ?? undefined}
          />
          <FileField
            name="originalFileId"
            label={t("field.original")}
            hint={t("field.originalHint")}
            required
          />
        </Section>
        <Section
          title={t("roster.title")}
          hint={t("roster.hint", { filled, all, vacant: all - filled })}
        >
          <AttendanceGrid holders={roster.holders} />
          <Meter />
        </Section>
        <Section title={t("item.title")}>
          <ItemList applications={applications} titles={noticed?.items ?? []} />
        </Section>
      </Live>
    </ActionForm>
  );
}
