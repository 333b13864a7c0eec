"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useRef } from "react";
import type { FigureView } from "@/lib/features/reports/schema/figures";
import { Button } from "../ui/button";
import { controlClass } from "../ui/control";
import { amountText, figureName } from "./figure-amount";

/** Puts a frozen number where the cursor stands in the text: numbers are picked, never typed. */
export function NumberPicker({ figures }: { figures: readonly FigureView[] }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const id = useId();
  const choice = useRef<HTMLSelectElement>(null);
  if (figures.length === 0) return null;
  const insert = () => {
    const code = choice.current?.value;
    const area = choice.current?.form?.elements.namedItem("body");
    if (!code || !(area instanceof HTMLTextAreaElement)) return;
    area.setRangeText(`{{${code}}}`, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {t("pick")}
        </label>
        <select ref={choice} id={id} className={controlClass} defaultValue="">
          <option value="">{t("pickNone")}</option>
          {figures.map((figure) => (
            <option key={figure.code} value={figure.code}>
              {`${figureName(figure, locale)}：${amountText(figure, figure.value, locale)}（${figure.code}）`}
            </option>
          ))}
        </select>
      </div>
      <Button type="button" onClick={insert}>
        {t("insert")}
      </Button>
    </div>
  );
}
