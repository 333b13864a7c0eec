"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  acceptItemAction,
  reportItemAction,
  returnItemAction,
} from "@/lib/features/colleges/actions";
import type { ReviewView } from "@/lib/features/colleges/schema/reviews";
import { formatDay } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { DateField, FileField, TextField } from "../forms/fields";
import { Badge } from "../ui/badge";

type Item = ReviewView["items"][number];
type Props = { tenant: string; collegeId: string; items: readonly Item[] };

function State({ item }: { item: Item }) {
  const t = useTranslations("colleges.rectify");
  const locale = useLocale();
  if (item.acceptedOn) {
    return <Badge tone="ok">{t("accepted", { day: formatDay(item.acceptedOn, locale) })}</Badge>;
  }
  if (item.reportedOn) {
    return (
      <Badge tone="attention">{t("reported", { day: formatDay(item.reportedOn, locale) })}</Badge>
    );
  }
  return (
    <Badge tone={item.late ? "problem" : "neutral"}>{item.late ? t("late") : t("open")}</Badge>
  );
}

/** Enough, or not yet. */
function Judge({ tenant, ...hidden }: { tenant: string; collegeId: string; itemId: string }) {
  const t = useTranslations("colleges.rectify");
  return (
    <>
      <ActionForm
        action={acceptItemAction}
        tenant={tenant}
        hidden={hidden}
        submitLabel={t("accept")}
        successMessage={t("acceptDone")}
      />
      <details>
        <summary className="min-h-8 cursor-pointer text-accent">{t("sendBack")}</summary>
        <ActionForm
          action={returnItemAction}
          tenant={tenant}
          hidden={hidden}
          submitLabel={t("sendBack")}
          submitVariant="secondary"
          successMessage={t("returnDone")}
        >
          <TextField name="reason" label={t("returnReason")} required maxLength={500} />
          <DateField name="dueOn" label={t("returnDue")} hint={t("returnDueHint")} />
        </ActionForm>
      </details>
    </>
  );
}

/** What is to be mended, by whom and until when; reported by the party, accepted by somebody else. */
export function RectificationList({ tenant, collegeId, items }: Props) {
  const t = useTranslations("colleges.rectify");
  const locale = useLocale();
  return (
    <ol className="flex flex-col divide-y divide-line">
      {items.map((item) => (
        <li key={item.id} className="flex flex-col gap-2 py-3">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-medium">{item.title}</span> <State item={item} />
          </p>
          <p className="text-muted">
            {item.organization.name} · {t("due", { day: formatDay(item.dueOn, locale) })}
          </p>
          {item.evidence && (
            <p>
              {item.evidence}{" "}
              {item.file && <a href={`/api/files/${tenant}/${item.file.id}`}>{item.file.name}</a>}
            </p>
          )}
          {item.returnedOn && !item.acceptedOn && (
            <p className={item.reportedOn ? "text-muted" : "text-problem"}>
              {t("returned", {
                day: formatDay(item.returnedOn, locale),
                reason: item.returnReason ?? "",
              })}
            </p>
          )}
          {item.mayReport && (
            <ActionForm
              key={`${item.reportedOn} ${item.returnReason}`}
              action={reportItemAction}
              tenant={tenant}
              hidden={{ collegeId, itemId: item.id }}
              submitLabel={t("report")}
              submitVariant="secondary"
              successMessage={t("reportDone")}
            >
              <TextField name="evidence" label={t("evidence")} required maxLength={500} />
              <FileField name="fileId" label={t("file")} tenant={tenant} />
            </ActionForm>
          )}
          {item.mayAccept && <Judge tenant={tenant} collegeId={collegeId} itemId={item.id} />}
        </li>
      ))}
    </ol>
  );
}
