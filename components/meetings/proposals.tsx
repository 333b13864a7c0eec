"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import {
  CheckboxField,
  FileField,
  SelectField,
  TextAreaField,
  TextField,
} from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Fold } from "@/components/ui/fold";
import { Panel } from "@/components/ui/panel";
import {
  acceptProposalAction,
  proposeAction,
  rejectProposalAction,
  withdrawProposalAction,
} from "@/lib/features/meetings/actions";
import type { ProposalRow } from "@/lib/features/meetings/schema/prepare";
import { formatInstant } from "@/lib/i18n/format";
import { bodyName } from "./body-name";
import { Step } from "./step";

export function ProposeForm({ tenant, bodies }: { tenant: string; bodies: Option[] }) {
  const t = useTranslations("meetings");
  return (
    <ActionForm
      action={proposeAction}
      tenant={tenant}
      submitLabel={t("proposals.submit")}
      successMessage={t("proposals.submitted")}
      draftKey={`proposal-${tenant}`}
    >
      <SelectField
        name="bodyId"
        label={t("field.body")}
        required
        options={bodies}
        defaultValue={bodies[0]?.value}
      />
      <TextField name="title" label={t("item.name")} required maxLength={200} />
      <TextAreaField
        name="explanation"
        label={t("agendaForm.explanation")}
        required
        rows={4}
        maxLength={5000}
      />
      <CheckboxField name="partyPrior" label={t("item.partyPrior")} />
      <FileField name="fileId" label={t("agendaForm.paper")} tenant={tenant} />
    </ActionForm>
  );
}

const tones: Record<ProposalRow["state"], BadgeTone> = {
  proposed: "attention",
  accepted: "ok",
  rejected: "problem",
  withdrawn: "neutral",
};

type Coming = Option & { body: string };
type Props = {
  tenant: string;
  rows: readonly ProposalRow[];
  decides: boolean;
  meetings: readonly Coming[];
};

export function ProposalList({ tenant, rows, decides, meetings }: Props) {
  const t = useTranslations("meetings");
  const locale = useLocale() as "zh-CN" | "en";
  return rows.map((row) => (
    <Panel
      key={row.id}
      title={row.title}
      description={[
        bodyName(row.body, locale),
        row.organizationName ?? row.proposedBy,
        formatInstant(new Date(row.createdAt), locale),
      ].join(" · ")}
      actions={
        <>
          {row.partyPrior && <Badge>{t("item.partyPrior")}</Badge>}
          <Badge tone={tones[row.state]}>{t(`proposals.state.${row.state}`)}</Badge>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="max-w-prose whitespace-pre-line">{row.explanation}</p>
        {row.file && (
          <a href={`/api/files/${tenant}/${row.file.id}`} className="inline-block min-h-6 text-sm">
            {row.file.name}
          </a>
        )}
        {row.meeting && (
          <a
            href={`/a/${tenant}/meetings/${row.meeting.id}`}
            className="inline-block min-h-6 text-sm"
          >
            {t("proposals.onto", { title: row.meeting.title })}
          </a>
        )}
        {row.reason && (
          <p className="text-sm text-muted">{t("proposals.because", { reason: row.reason })}</p>
        )}
        {row.state === "proposed" && (
          <Decide
            tenant={tenant}
            row={row}
            decides={decides}
            meetings={meetings.filter((one) => one.body === row.body.id)}
          />
        )}
      </div>
    </Panel>
  ));
}

function Decide({ tenant, row, decides, meetings }: Omit<Props, "rows"> & { row: ProposalRow }) {
  const t = useTranslations("meetings.proposals");
  const hidden = { proposalId: row.id, version: row.version };
  return (
    <div className="flex flex-col gap-2">
      {decides && meetings.length > 0 && (
        <Fold frame="boxed" label={t("accept")}>
          <Step
            action={acceptProposalAction}
            tenant={tenant}
            hidden={hidden}
            label={t("accept")}
            variant="primary"
          >
            <SelectField name="meetingId" label={t("meeting")} required options={[...meetings]} />
          </Step>
        </Fold>
      )}
      {decides && meetings.length === 0 && <p className="text-sm text-muted">{t("noMeeting")}</p>}
      {decides && (
        <Fold frame="boxed" label={t("reject")}>
          <Step
            action={rejectProposalAction}
            tenant={tenant}
            hidden={hidden}
            label={t("reject")}
            variant="danger"
          >
            <TextAreaField name="reason" label={t("reason")} required rows={2} maxLength={500} />
          </Step>
        </Fold>
      )}
      {row.own && (
        <Step
          action={withdrawProposalAction}
          tenant={tenant}
          hidden={hidden}
          label={t("withdraw")}
          confirm={t("withdrawConfirm")}
        />
      )}
    </div>
  );
}
