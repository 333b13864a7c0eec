"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Notice } from "../ui/notice";
import { useSimilar } from "./use-similar";

/** Warns, before sending, that the other side may have registered the same project already. */
export function Duplicates({ tenant, ownId }: { tenant: string; ownId?: string | undefined }) {
  const t = useTranslations("projects.similar");
  const place = useRef<HTMLDivElement>(null);
  const found = useSimilar(place, tenant, ownId);
  return (
    <div ref={place} role="status">
      {found.length > 0 && (
        <Notice tone="attention" title={t("title")}>
          <p>{t("hint")}</p>
          <ul className="mt-1 list-disc pl-5">
            {found.map((one) => (
              <li key={one.id}>
                <a
                  href={`/a/${one.alliance?.slug ?? tenant}/projects/${one.id}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  {one.code && `${one.code} `}
                  {one.title}
                </a>{" "}
                <span className="text-muted">
                  {t(one.likelihood)}
                  {one.alliance && ` · ${t("other", { alliance: one.alliance.name })}`}
                </span>
                {one.joinFor.length > 0 && <p className="text-sm">{t("join")}</p>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
