"use client";

import { useTranslations } from "next-intl";
import type { answersOf } from "@/lib/features/bodies/rules/wizard";
import { passBases, quorumBases, tieRules } from "@/lib/features/bodies/types";
import { organizationKinds } from "@/lib/features/organizations/types";
import { CheckboxField, RadioField, TextField } from "../forms/fields";
import { NumberField, Question, ShareFields } from "./question";

export type Given = ReturnType<typeof answersOf>;

/** Questions 1 to 4: who must be there. */
export function PresenceQuestions({ given }: { given: Given }) {
  const t = useTranslations("bodies");
  return (
    <>
      <Question title={t("wizard.quorumBase")}>
        <RadioField
          name="quorum.base"
          label={t("wizard.quorumPart")}
          required
          defaultValue={given.quorum.base}
          options={quorumBases.map((value) => ({ value, label: t(`quorumBase.${value}`) }))}
        />
      </Question>
      <Question title={t("wizard.quorumShare")}>
        <ShareFields
          name="quorum"
          label={t("wizard.share")}
          exactLabel={t("wizard.quorumExact")}
          given={given.quorum}
        />
      </Question>
      <GroupQuestion given={given} />
      <Question title={t("wizard.counts")}>
        <CheckboxField
          name="counts.online"
          label={t("wizard.countsOnline")}
          defaultChecked={given.counts.online}
        />
        <CheckboxField
          name="counts.alternate"
          label={t("wizard.countsAlternate")}
          defaultChecked={given.counts.alternate}
        />
        <CheckboxField
          name="counts.proxy"
          label={t("wizard.countsProxy")}
          defaultChecked={given.counts.proxy}
        />
      </Question>
    </>
  );
}

/** Groups that stand already, and one blank row. */
function GroupQuestion({ given }: { given: Given }) {
  const t = useTranslations("bodies.wizard");
  const kind = useTranslations("organizations.kind");
  const rows = [...given.groups, undefined];
  return (
    <Question title={t("groups")}>
      {rows.map((group, row) => (
        <div key={group?.name ?? ""} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <TextField
            name={`groups.${row}.name`}
            label={t("groupName")}
            hint={t("groupHint")}
            maxLength={60}
            defaultValue={group?.name}
          />
          <details open={group !== undefined}>
            <summary className="cursor-pointer text-sm text-accent">{t("groupKinds")}</summary>
            <div className="grid gap-x-4 pt-2 sm:grid-cols-2">
              {organizationKinds.map((value) => (
                <CheckboxField
                  key={value}
                  name={`groups.${row}.kinds[]`}
                  value={value}
                  label={kind(value)}
                  defaultChecked={group?.kinds.includes(value) ?? false}
                />
              ))}
            </div>
          </details>
          <ShareFields
            name={`groups.${row}`}
            label={t("groupShare")}
            exactLabel={t("groupExact")}
            given={group}
            required={false}
          />
        </div>
      ))}
    </Question>
  );
}

/** Questions 5 to 8: what carries a motion. */
export function MajorityQuestions({ given }: { given: Given }) {
  const t = useTranslations("bodies");
  const keepOrNot = [
    { value: "exclude", label: t("wizard.exclude") },
    { value: "keep", label: t("wizard.keep") },
  ];
  return (
    <>
      <Question title={t("wizard.passBase")}>
        <RadioField
          name="pass.base"
          label={t("wizard.passPart")}
          required
          defaultValue={given.pass.base}
          options={passBases.map((value) => ({ value, label: t(`passBase.${value}`) }))}
        />
        <CheckboxField
          name="invalidCounts"
          label={t("wizard.invalidCounts")}
          defaultChecked={given.invalidCounts}
        />
      </Question>
      <Question title={t("wizard.passShare")}>
        <ShareFields
          name="pass"
          label={t("wizard.share")}
          exactLabel={t("wizard.passExact")}
          given={given.pass}
        />
      </Question>
      <Question title={t("wizard.tie")}>
        <RadioField
          name="tie"
          label={t("wizard.tieLabel")}
          required
          defaultValue={given.tie}
          options={tieRules.map((value) => ({ value, label: t(`tie.${value}`) }))}
        />
      </Question>
      <Question title={t("wizard.recusal")}>
        <div className="grid gap-3 sm:grid-cols-2">
          <RadioField
            name="recusal.quorumBase"
            label={t("wizard.recusalQuorum")}
            required
            defaultValue={given.recusal.quorumBase}
            options={keepOrNot}
          />
          <RadioField
            name="recusal.passBase"
            label={t("wizard.recusalPass")}
            required
            defaultValue={given.recusal.passBase}
            options={keepOrNot}
          />
        </div>
        <NumberField
          name="recusal.minRemaining"
          label={t("wizard.minRemaining")}
          defaultValue={given.recusal.minRemaining}
        />
      </Question>
    </>
  );
}
