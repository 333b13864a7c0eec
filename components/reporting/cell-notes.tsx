"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useId, useState } from "react";
import type { FindingView, ReportRow } from "@/lib/features/reporting/schema/reports";
import { upload } from "../forms/upload";
import { useWords } from "../forms/words";
import { controlClass } from "../ui/control";
import type { CellDraft } from "./drafts";
import { useCellWords } from "./words";

type Props = {
  tenant: string;
  row: ReportRow;
  draft: CellDraft;
  findings: readonly FindingView[];
  onChange: (change: Partial<Pick<CellDraft, "reason" | "file">>) => void;
};

export function Findings({ findings }: { findings: readonly FindingView[] }) {
  const t = useTranslations("reporting.strength");
  const words = useCellWords();
  return (
    <ul>
      {findings.map((finding) => (
        <li
          key={`${finding.finding} ${finding.details.expression ?? ""}`}
          className={finding.strength === "block" ? "text-problem" : "text-attention"}
        >
          {t(finding.strength)}: {words.finding(finding)}
        </li>
      ))}
    </ul>
  );
}

function Evidence({ tenant, row, draft, onChange }: Props) {
  const t = useTranslations("reporting.grid");
  const { sentence } = useWords();
  const id = useId();
  const [state, setState] = useState("");
  const onChoose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    setState(t("uploading", { name: file.name }));
    const answer = await upload(tenant, file, () => undefined).done;
    setState(answer.ok ? "" : await sentence(answer));
    if (answer.ok) onChange({ file: { id: answer.id, name: file.name } });
  };
  return (
    <div>
      {draft.file && <a href={`/api/files/${tenant}/${draft.file.id}`}>{draft.file.name}</a>}
      {row.open && (
        <>
          <input
            id={id}
            type="file"
            onChange={onChoose}
            className="peer sr-only"
            aria-label={`${row.code} ${t("attach")}`}
          />
          <label
            htmlFor={id}
            className="ml-1 cursor-pointer text-accent underline outline-offset-2 peer-focus-visible:outline-2"
          >
            {t("attach")}
          </label>
        </>
      )}
      {row.evidence && (
        <p className="text-muted">
          {t("checklist")}: {row.evidence.split("\n").join("、")}
        </p>
      )}
      <span role="status">{state}</span>
    </div>
  );
}

/** Beside the cell: why it came back, what the checks say, the reason, the paper. */
export function CellNotes(props: Props) {
  const { row, draft, findings, onChange } = props;
  const t = useTranslations("reporting.grid");
  // Nobody is told off for a cell that they have not come to yet.
  const unanswered = row.open && findings.some(({ finding }) => finding === "blank");
  const asksReason = draft.reason !== "" || findings.some(({ strength }) => strength === "reason");
  return (
    <div className="min-w-0 text-sm">
      {row.cell.returnReason && (
        <p className="text-problem">
          {t("returned")}: {row.cell.returnReason}
        </p>
      )}
      {unanswered && <p className="text-muted">{t("todo")}</p>}
      <Findings findings={unanswered ? [] : findings} />
      {asksReason &&
        (row.open ? (
          <input
            type="text"
            aria-label={`${row.code} ${t("reason")}`}
            placeholder={t("reason")}
            maxLength={500}
            className={controlClass}
            value={draft.reason}
            onChange={(event) => onChange({ reason: event.target.value })}
          />
        ) : (
          draft.reason && (
            <p>
              {t("reason")}: {draft.reason}
            </p>
          )
        ))}
      {!row.computed && (row.evidence || row.evidenceRequired || draft.file) && (
        <Evidence {...props} />
      )}
    </div>
  );
}
