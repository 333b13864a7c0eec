"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { approveAction } from "@/lib/features/verification/actions";
import type { ApprovedRow, DeskRow } from "@/lib/features/verification/schema/desk";
import { ActionForm } from "../forms/action-form";

type Props = {
  tenant: string;
  rows: readonly Pick<DeskRow, "id" | "version" | "title">[];
};

/** Many are published with one confirmation; each of them gets its answer, and none is left out in silence. */
export function ApproveMany({ tenant, rows }: Props) {
  const t = useTranslations("verification");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [answers, setAnswers] = useState<readonly ApprovedRow[]>([]);
  const items = rows.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ id, version }));
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const approve: typeof approveAction = async (...given) => {
    const answer = await approveAction(...given);
    if (answer.ok) {
      setAnswers(answer.value.rows);
      setChosen(new Set());
    }
    return answer;
  };
  return (
    <div className="flex flex-col gap-3">
      {rows.length > 0 && <p className="text-sm text-muted">{t("selectHint")}</p>}
      <ul className="grid gap-x-4 sm:grid-cols-2">
        {rows.map(({ id, title }) => (
          <li key={id}>
            <label className="flex min-h-8 items-center gap-2 break-all">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              {title}
            </label>
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <ActionForm
          action={approve}
          tenant={tenant}
          hidden={{ items }}
          submitLabel={t("selected", { count: items.length })}
          confirmLabel={t("bulkConfirm", { count: items.length })}
        />
      )}
      {answers.length > 0 && <Answers answers={answers} />}
    </div>
  );
}

function Answers({ answers }: { answers: readonly ApprovedRow[] }) {
  const t = useTranslations("verification");
  const approved = answers.filter(({ answer }) => answer === "approved").length;
  return (
    <section aria-live="polite">
      <h3 className="font-medium">{t("bulkDone", { asked: answers.length, approved })}</h3>
      <ul>
        {answers.map(({ id, title, answer }) => (
          <li key={id}>
            {title}: {t(`answer.${answer}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
