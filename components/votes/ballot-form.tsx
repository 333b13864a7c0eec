"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ConfirmDialog } from "@/components/forms/confirm-dialog";
import { Summary } from "@/components/forms/summary";
import { useSubmission } from "@/components/forms/use-submission";
import { cx } from "@/components/ui/cx";
import { ToneMark } from "@/components/ui/tone";
import { castBallotAction, castSecretBallotAction } from "@/lib/features/votes/actions";
import { type Choice, choices } from "@/lib/features/votes/types";

type Props = {
  tenant: string;
  voteId: string;
  seatId: string;
  secret: boolean;
  /** Of a named vote: the choice as it stands. */
  chosen: string | null;
};

const looks: Record<Choice, string> = {
  yes: "border-ok hover:bg-ok-soft",
  no: "border-problem hover:bg-problem-soft",
  abstain: "border-control hover:bg-sunken",
};

/** Three big choices, one touch each. A secret ballot is asked about once more, because it cannot be changed. */
export function BallotForm({ tenant, voteId, seatId, secret, chosen }: Props) {
  const t = useTranslations("votes");
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const mark = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Choice>();
  const { problem, done, pending, submit } = useSubmission({
    action: secret ? castSecretBallotAction : castBallotAction,
    tenant,
    hidden: { voteId, seatId },
    successHref: undefined,
    successMessage: t("cards.done"),
    onSuccess: () => undefined,
    onReset: () => undefined,
  });
  const pick = (choice: Choice) => {
    if (pending || !form.current || !field.current) return;
    field.current.value = choice;
    if (!secret) return submit(form.current);
    // The same mark for a repeat of the same ballot: it is recognised as one request.
    if (mark.current) mark.current.value ||= crypto.randomUUID();
    setAsked(choice);
    dialog.current?.showModal();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-busy={pending}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="choice" ref={field} />
      {secret && <input type="hidden" name="blind" ref={mark} />}
      {problem && <Summary problem={problem} />}
      {done && (
        <p
          role="status"
          className="flex items-center gap-2 rounded border border-ok/40 bg-ok-soft px-3 py-2"
        >
          <ToneMark tone="ok" />
          {t("cards.done")}
        </p>
      )}
      <div className="grid gap-2 sm:grid-cols-3">
        {choices.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={secret ? undefined : chosen === one}
            aria-disabled={pending}
            onClick={() => pick(one)}
            className={cx(
              "flex min-h-14 items-center justify-center gap-2 rounded border-2 bg-surface px-4 text-lg font-semibold",
              looks[one],
              chosen === one && "bg-sunken ring-2 ring-accent",
            )}
          >
            {chosen === one && <ToneMark tone="ok" />}
            {t(`choice.${one}`)}
          </button>
        ))}
      </div>
      <ConfirmDialog
        dialog={dialog}
        question={asked ? t("cards.confirm", { choice: t(`choice.${asked}`) }) : ""}
        submitLabel={asked ? t("cards.cast", { choice: t(`choice.${asked}`) }) : ""}
        onConfirm={() => form.current && submit(form.current)}
      />
    </form>
  );
}
