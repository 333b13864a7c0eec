import { useTranslations } from "next-intl";
import type { KeyKind } from "@/lib/features/outcomes/rules/keys";
import { resultLevels } from "@/lib/features/outcomes/types";
import { SelectField, TextField } from "../forms/fields";

type Given = Readonly<{
  parties?: string | null | undefined;
  level?: string | null | undefined;
  issuer?: string | null | undefined;
}>;

/** The further parts of a key, by what the result is known by. */
export function KeyParts({ kind, given }: { kind: KeyKind; given: Given }) {
  const t = useTranslations("outcomes");
  if (kind === "contract") {
    return (
      <TextField
        name="parties"
        label={t("field.parties")}
        hint={t("field.partiesHint")}
        maxLength={200}
        defaultValue={given.parties}
      />
    );
  }
  if (kind !== "award") return null;
  return (
    <>
      <SelectField
        name="level"
        label={t("field.level")}
        hint={t("field.levelHint")}
        required
        options={resultLevels.map((value) => ({ value, label: t(`level.${value}`) }))}
        defaultValue={given.level}
      />
      <TextField
        name="issuer"
        label={t("field.issuer")}
        required
        maxLength={100}
        defaultValue={given.issuer}
      />
    </>
  );
}
