"use client";

import { useTranslations } from "next-intl";
import { setCreditsAction } from "@/lib/features/projects/actions";
import type { WorkView } from "@/lib/features/projects/schema/work";
import { TextField } from "../forms/fields";
import { StepForm } from "../forms/step-form";

/** Hundredths of a percent as a text of at most two decimals: 3333 → "33.33". */
export const percent = (share: number): string => {
  const rest = share % 100;
  const whole = String((share - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, "0")}`;
};

type Props = {
  tenant: string;
  id: string;
  version: number;
  credits: WorkView["credits"];
  may: boolean;
};

/** To which alliances a project counts, and whether they have agreed. */
export function CreditShares({ tenant, id, version, credits, may }: Props) {
  const t = useTranslations("projects.credit");
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted">{t("hint")}</p>
      {credits.length === 0 && <p>{t("own")}</p>}
      <ul>
        {credits.map((one) => (
          <li key={one.alliance.slug}>
            {t("of", { alliance: one.alliance.name, share: percent(one.share) })}{" "}
            <span className="text-sm text-muted">
              {one.confirmedAt ? t("confirmed") : t("waiting")}
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <StepForm
          label={t("save")}
          action={setCreditsAction}
          tenant={tenant}
          hidden={{ id, version }}
          done={t("saved")}
        >
          {[0, 1, 2].map((index) => (
            <div key={index} className="grid grid-cols-2 gap-3">
              <TextField
                name={`credits.${index}.alliance`}
                label={t("alliance", { n: String(index + 1) })}
                required={index === 0}
                maxLength={63}
                defaultValue={credits[index]?.alliance.slug ?? (index === 0 ? tenant : undefined)}
              />
              <TextField
                name={`credits.${index}.share`}
                label={t("share", { n: String(index + 1) })}
                required={index === 0}
                inputMode="decimal"
                defaultValue={credits[index] && percent(credits[index].share)}
              />
            </div>
          ))}
        </StepForm>
      )}
    </div>
  );
}
