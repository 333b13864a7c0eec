"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField, SelectField, TextAreaField } from "@/components/forms/fields";
import { prepareVoteAction } from "@/lib/features/votes/actions";
import type { ItemVotesView } from "@/lib/features/votes/schema/votes";
import { voteReasons } from "@/lib/features/votes/types";

const methods = ["named", "hands", "secret"] as const;

/** What is voted on, word for word, and how. The rule's usual way is chosen already. */
export function PrepareForm({
  tenant,
  given,
  byMail,
}: {
  tenant: string;
  given: ItemVotesView;
  byMail: boolean;
}) {
  const t = useTranslations("votes");
  const again = given.preparable === "again";
  const secretOnly = given.rule?.options.secretRequired ?? false;
  const ways = methods.filter((method) =>
    secretOnly ? method === "secret" : !(byMail && method === "hands"),
  );
  const usual = given.rule?.options.ballot ?? "named";
  return (
    <ActionForm
      action={prepareVoteAction}
      tenant={tenant}
      hidden={{ itemId: given.item.id }}
      submitLabel={t("prepare.submit")}
      successMessage={t("prepare.done")}
      draftKey={`vote-${given.item.id}`}
    >
      <TextAreaField
        name="text"
        label={t("prepare.text")}
        rows={3}
        required
        maxLength={2000}
        defaultValue={given.votes.at(-1)?.text ?? given.item.title}
      />
      <RadioField
        name="method"
        label={t("prepare.method")}
        required
        {...(secretOnly && { hint: t("prepare.required") })}
        defaultValue={ways.find((way) => way === usual) ?? ways[0] ?? null}
        options={ways.map((value) => ({ value, label: t(`method.${value}`) }))}
      />
      {again && (
        <SelectField
          name="reason"
          label={t("prepare.reason")}
          required
          options={voteReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
      )}
      {given.blocks.length > 0 && !again && (
        <SelectField
          name="blockWith"
          label={t("prepare.block")}
          options={given.blocks.map(({ voteId, title }) => ({ value: voteId, label: title }))}
        />
      )}
    </ActionForm>
  );
}
