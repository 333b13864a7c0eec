"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/ui/fold";
import {
  rejectProjectAction,
  requestSupplementAction,
  startProjectAction,
  supplementAction,
  withdrawProjectAction,
} from "@/lib/features/projects/actions";
import { ActionForm } from "../forms/action-form";
import { FileField, TextAreaField } from "../forms/fields";

type Props = { tenant: string; id: string; version: number };

const key = ({ tenant, id, version }: Props) => ({ tenant, hidden: { id, version } });

export function StartMove(props: Props) {
  const t = useTranslations("projects.move");
  return (
    <ActionForm
      {...key(props)}
      action={startProjectAction}
      submitLabel={t("start")}
      confirmLabel={t("startQuestion")}
      successMessage={t("started")}
    />
  );
}

export function SupplementMove(props: Props) {
  const t = useTranslations("projects");
  return (
    <ActionForm
      {...key(props)}
      action={supplementAction}
      submitLabel={t("move.supplement")}
      successMessage={t("move.supplemented")}
      draftKey={`supplement-${props.id}`}
    >
      <TextAreaField name="answer" label={t("move.answer")} required rows={3} maxLength={1000} />
      <FileField name="fileId" label={t("form.file")} tenant={props.tenant} />
    </ActionForm>
  );
}

const reasoned = {
  request_supplement: {
    action: requestSupplementAction,
    variant: "secondary",
    done: "requested",
  },
  reject: { action: rejectProjectAction, variant: "danger", done: "rejected" },
  withdraw: { action: withdrawProjectAction, variant: "danger", done: "withdrawn" },
} as const;

/** A step that takes a reason, folded: it is not the usual one. */
export function ReasonedMove({ move, ...props }: Props & { move: keyof typeof reasoned }) {
  const t = useTranslations("projects.move");
  const { action, variant, done } = reasoned[move];
  return (
    <Fold frame="line" label={t(move)}>
      <ActionForm
        {...key(props)}
        action={action}
        submitLabel={t(move)}
        submitVariant={variant}
        successMessage={t(done)}
        draftKey={`${move}-${props.id}`}
      >
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={move === "request_supplement" ? t("request_supplementHint") : undefined}
          required
          rows={3}
          maxLength={500}
        />
      </ActionForm>
    </Fold>
  );
}
