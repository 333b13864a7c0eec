"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { createKeyAction } from "@/lib/features/access/actions";

function NewKey({ value }: { value: string }) {
  const t = useTranslations("access.me.keys");
  const [copied, setCopied] = useState(false);
  // On plain-HTTP intranet addresses browsers offer no clipboard; the key can be marked by one click then.
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <Notice tone="attention" title={t("onceTitle")}>
      <p>{t("once")}</p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code className="rounded border border-line bg-surface px-2 py-1 font-mono break-all select-all">
          {value}
        </code>
        {typeof navigator !== "undefined" && navigator.clipboard && (
          <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>
        )}
      </p>
    </Notice>
  );
}

/** Creates a key and shows it, this once: it leaves with the page. */
export function KeyForm() {
  const t = useTranslations("access.me.keys");
  const [key, setKey] = useState<string>();
  const action: ComponentProps<
    typeof ActionForm<Parameters<typeof createKeyAction>[1], unknown>
  >["action"] = async (tenant, input, idempotencyKey) => {
    const answer = await createKeyAction(tenant, input, idempotencyKey);
    setKey(answer.ok ? answer.value.key : undefined);
    return answer;
  };
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <ActionForm action={action} submitLabel={t("create")} successMessage={t("made")}>
        <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={100} required />
        <CheckboxField name="readOnly" label={t("readOnlyField")} />
      </ActionForm>
      {key && <NewKey key={key} value={key} />}
    </div>
  );
}
