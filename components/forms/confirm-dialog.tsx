"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useId } from "react";
import { Button } from "../ui/button";

/** Asks once more before something that is hard to undo. The browser's own dialog: focus stays inside, Esc closes. */
export function ConfirmDialog({
  dialog,
  question,
  submitLabel,
  onConfirm,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  question: string;
  submitLabel: string;
  onConfirm: () => void;
}) {
  const t = useTranslations("common");
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded border border-control bg-surface p-5 text-ink backdrop:bg-black/40"
    >
      <p id={id} className="font-medium">
        {question}
      </p>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => dialog.current?.close()}>{t("cancel")}</Button>
        <Button
          variant="primary"
          onClick={() => {
            dialog.current?.close();
            onConfirm();
          }}
        >
          {submitLabel}
        </Button>
      </div>
    </dialog>
  );
}
