"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "../ui/button";

/** What may be shown of a fault: the loader marks faults that the reader can understand with their code. */
const known = ["unavailable", "too-many"] as const;

/** What the framework tells of it. */
export type Failed = { error: Error & { digest?: string }; retry: () => void };

/** A page that could not be drawn: what happened, the number that stands in the log, and a second try. */
export function Failure({ error: { digest }, retry }: Failed) {
  const t = useTranslations("common.failure");
  const errors = useTranslations("errors");
  const code = known.find((one) => one === digest);
  return (
    <div className="mx-auto max-w-prose py-12">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="mt-2 text-muted">{code ? errors(code) : t("hint")}</p>
      {digest && !code && (
        <p className="mt-2">
          {t("id")} <code className="font-mono select-all">{digest}</code>
        </p>
      )}
      <div className="mt-4 flex gap-2">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </div>
    </div>
  );
}
