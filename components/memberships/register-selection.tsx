"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { setTagAction } from "@/lib/features/organizations/actions";
import { ActionForm } from "../forms/action-form";
import type { SubmitAction } from "../forms/types";
import { TitleFields } from "../organizations/common-fields";
import { Button } from "../ui/button";

type Input = Omit<Parameters<typeof setTagAction>[1], "organizationId">;

/**
 * One title for several organizations, one after the other. The first that is refused ends it; sent again, those that
 * have it already get it once more, which changes nothing.
 */
const tagAll =
  (ids: readonly string[]): SubmitAction<Input, { id: string }> =>
  async (tenant, input, key) => {
    let last: Awaited<ReturnType<typeof setTagAction>> = { ok: true, value: { id: "" } };
    for (const organizationId of ids) {
      const own = key ? `${key}.${organizationId}` : undefined;
      last = await setTagAction(tenant, { ...input, organizationId }, own);
      if (!last.ok) return last;
    }
    return last;
  };

function TagForm({ tenant, ids }: { tenant: string; ids: readonly string[] }) {
  const t = useTranslations("memberships.selection");
  return (
    <ActionForm
      action={tagAll(ids)}
      tenant={tenant}
      submitLabel={t("tagSubmit", { count: ids.length })}
      successMessage={t("tagged", { count: ids.length })}
    >
      <TitleFields />
    </ActionForm>
  );
}

const boxes = (around: Element | null, which: "row" | "all") => [
  ...(around?.querySelectorAll<HTMLInputElement>(`input[data-select="${which}"]`) ?? []),
];

/** What can be done with the rows that are ticked. The table inside stays the server's. */
export function RegisterSelection({
  tenant,
  exportHref,
  tags,
  children,
}: {
  tenant: string;
  /** Exports the list as it is; the chosen rows are added. */
  exportHref: string | null;
  tags: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("memberships.selection");
  const [ids, setIds] = useState<readonly string[]>([]);
  const around = useRef<HTMLDivElement>(null);
  const read = (target: EventTarget | null) => {
    const rows = boxes(around.current, "row");
    if (target instanceof HTMLInputElement && target.dataset.select === "all") {
      for (const box of rows) box.checked = target.checked;
    }
    const chosen = rows.filter(({ checked }) => checked);
    for (const all of boxes(around.current, "all")) {
      all.checked = chosen.length === rows.length;
      all.indeterminate = chosen.length > 0 && !all.checked;
    }
    setIds(chosen.map(({ value }) => value));
  };
  const clear = () => {
    for (const box of boxes(around.current, "row")) box.checked = false;
    read(null);
  };
  return (
    <div>
      <div ref={around} onChange={({ target }) => read(target)}>
        {children}
      </div>
      {ids.length > 0 && (
        <section
          aria-label={t("label")}
          className="sticky bottom-0 z-10 mt-2 flex flex-col gap-3 rounded border border-accent bg-surface px-4 py-2 print:hidden"
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p role="status" className="font-medium tabular-nums">
              {t("chosen", { count: ids.length })}
            </p>
            {exportHref && (
              <a
                href={`${exportHref}${exportHref.includes("?") ? "&" : "?"}selected=${ids.join(",")}`}
                download
              >
                {t("export")}
              </a>
            )}
            <Button variant="quiet" onClick={clear}>
              {t("clear")}
            </Button>
          </div>
          {tags && (
            <details>
              <summary className="inline-flex min-h-8 cursor-pointer items-center text-accent">
                {t("tag")}
              </summary>
              <div className="max-h-[50vh] overflow-y-auto py-2">
                <TagForm tenant={tenant} ids={ids} />
              </div>
            </details>
          )}
        </section>
      )}
    </div>
  );
}
