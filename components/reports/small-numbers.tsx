"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { confirmNumberAction } from "@/lib/features/reports/actions";
import type { ToldNumberView } from "@/lib/features/reports/schema/told-numbers";
import { formatInstant } from "@/lib/i18n/format";
import { ActionForm } from "../forms/action-form";
import { TextAreaField } from "../forms/fields";
import { Fold } from "../ui/fold";

type Props = {
  tenant: string;
  editionId: string;
  numbers: readonly ToldNumberView[];
  mayConfirm: boolean;
};

const keyOf = (one: ToldNumberView) =>
  [one.sectionId ?? one.caseId, one.part, one.number, one.passage, one.nth].join("/");

/** The passage with its number marked; the same words may stand in it twice, the first is enough to find them. */
function Passage({ one }: { one: ToldNumberView }) {
  const at = one.passage.indexOf(one.number);
  if (at < 0) return <q>{one.passage}</q>;
  return (
    <q>
      {one.passage.slice(0, at)}
      <mark className="bg-attention-soft text-ink">{one.number}</mark>
      {one.passage.slice(at + one.number.length)}
    </q>
  );
}

function ConfirmForm({ one, tenant, editionId }: Props & { one: ToldNumberView }) {
  const t = useTranslations("reports");
  const { sectionId, caseId, part, number, passage, nth } = one;
  return (
    <ActionForm
      action={confirmNumberAction}
      tenant={tenant}
      hidden={{ editionId, sectionId, caseId, part, number, passage, nth }}
      submitLabel={t("small.confirm")}
      submitVariant="secondary"
      successMessage={t("small.confirmed")}
    >
      <TextAreaField name="reason" label={t("small.reason")} required maxLength={300} rows={2} />
    </ActionForm>
  );
}

/** Numbers of few persons that everybody would read, each with its place: changed there, or let stand with a reason. */
export function SmallNumbers(props: Props) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const base = `/a/${props.tenant}/reports`;
  return (
    <ul className="flex flex-col gap-3">
      {props.numbers.map((one) => (
        <li key={keyOf(one)} className="flex flex-col gap-1 border-t border-line pt-2 break-words">
          <p className="text-sm">
            <Link
              href={
                one.caseId
                  ? `${base}/cases/${one.caseId}`
                  : `${base}/${props.editionId}/chapters/${one.sectionId}`
              }
            >
              {one.title}
            </Link>
            <span className="text-muted"> · {t(`small.part.${one.part}`)}</span>
          </p>
          <p>
            <Passage one={one} />
          </p>
          {one.confirmed && (
            <p className="text-sm text-muted">
              {t("small.by", {
                name: one.confirmed.by ?? t("small.somebody"),
                at: formatInstant(one.confirmed.at, locale),
                reason: one.confirmed.reason,
              })}
            </p>
          )}
          {!one.confirmed && props.mayConfirm && (
            <Fold label={t("small.letStand")}>
              <ConfirmForm {...props} one={one} />
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}
