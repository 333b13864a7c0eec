import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "../ui/button";
import { controlClass } from "../ui/control";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";

type Found = { id: string; name: string; creditCode: string | null };

/** First step: the code, or the name where there is none. The answer is another address, so Back works. */
export function FindFirst({
  action,
  code,
  name,
  fault,
}: {
  action: string;
  code: string;
  name: string;
  fault: boolean;
}) {
  const t = useTranslations("organizations");
  return (
    <Panel title={t("create.stepCode")}>
      <Form action={action} className="flex max-w-xl flex-col gap-2">
        <label htmlFor="code" className="font-medium">
          {t("field.creditCode")}
        </label>
        <p id="code-hint" className="text-sm text-muted">
          {t("field.creditCodeHint")}
        </p>
        <div className="flex flex-wrap gap-2">
          <input
            id="code"
            name="code"
            required
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            defaultValue={code}
            aria-describedby={fault ? "code-hint code-fault" : "code-hint"}
            aria-invalid={fault || undefined}
            className={`${controlClass} max-w-72 tabular-nums`}
          />
          <Button type="submit" variant="primary">
            {t("create.find")}
          </Button>
        </div>
        {fault && (
          <p id="code-fault" role="alert" className="text-sm font-medium text-problem">
            {t("create.badCode")}
          </p>
        )}
      </Form>
      <details className="mt-4" open={name !== ""}>
        <summary className="inline-flex min-h-8 cursor-pointer items-center text-accent">
          {t("create.withoutCode")}
        </summary>
        <Form action={action} className="flex max-w-xl flex-col gap-2 pt-2">
          <label htmlFor="name" className="font-medium">
            {t("field.name")}
          </label>
          <div className="flex flex-wrap gap-2">
            <input
              id="name"
              name="name"
              required
              maxLength={200}
              defaultValue={name}
              className={`${controlClass} max-w-72`}
            />
            <Button type="submit">{t("create.find")}</Button>
          </div>
        </Form>
      </details>
    </Panel>
  );
}

/** The record that exists already: the way on leads there and not to a second one. */
export function ExistingRecord({
  found,
  slug,
  byCode,
}: {
  found: Found;
  slug: string;
  byCode: boolean;
}) {
  const t = useTranslations("organizations.create");
  return (
    <Notice tone="attention" title={t(byCode ? "existing" : "sameName")}>
      <p>
        <Link href={`/organizations/${found.id}?alliance=${slug}`}>{found.name}</Link>{" "}
        <span className="tabular-nums">{found.creditCode}</span>
      </p>
      <p className="py-2 text-sm">{t("existingHint")}</p>
      <ButtonLink href={`/organizations/${found.id}?alliance=${slug}`} variant="primary">
        {t("open")}
      </ButtonLink>
    </Notice>
  );
}
