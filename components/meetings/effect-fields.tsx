"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { DateField, SelectField, TextField } from "@/components/forms/fields";
import type { Option } from "@/components/forms/types";
import { requestablePositions } from "@/lib/features/applications/types";
import type { EffectChoices } from "@/lib/features/meetings/schema/effects";
import { memberPositions } from "@/lib/features/memberships/types";
import type { Effect, EffectKind } from "@/lib/features/resolutions/types";

type Kind = Exclude<EffectKind, "none">;
type Given = Record<string, unknown>;
type Props = { choices: EffectChoices; today: string; given: Given };

/** As the words of one choice; a kind without anything to choose from is not offered. */
function useOptions(choices: EffectChoices) {
  const t = useTranslations("meetings.effect.option");
  const p = useTranslations("alliances.power");
  const seat = (one: { id: string; number: number; bodyName: string }) => ({
    value: one.id,
    label: t("seat", { body: one.bodyName, number: one.number }),
  });
  const members = choices.members.map(({ id, name }) => ({ value: id, label: name }));
  const suspended = choices.members.flatMap((one) =>
    one.suspended ? [{ value: one.id, label: one.name }] : [],
  );
  return {
    admit: choices.admit.map(({ id, ...one }) => ({ value: id, label: t("application", one) })),
    adopt_document: choices.adopt_document.map(({ id, ...one }) => ({
      value: id,
      label: t("document", one),
    })),
    appoint: choices.appoint.map(seat),
    end_seat: choices.end_seat.map((one) => ({
      value: one.id,
      label: t("seatHeld", { body: one.bodyName, number: one.number, name: one.holderName }),
    })),
    change_position: members,
    suspend: members,
    resume: suspended,
    expel: members,
    end_in_spite: choices.end_in_spite.map(({ id, name }) => ({ value: id, label: name })),
    extend_term: choices.extend_term.map((one) => ({
      value: one.id,
      label: t("term", { body: one.bodyName, ordinal: one.ordinal }),
    })),
    grant_power: choices.grant_power.map(({ id, kind }) => ({ value: id, label: p(kind) })),
    members,
    people: choices.people.map(({ id, name, organizationName }) => ({
      value: id,
      label: organizationName ? t("person", { name, organization: organizationName }) : name,
    })),
  } satisfies Record<Kind | "members" | "people", Option[]>;
}

/** A unit seat is a member's, a personal one a person's: what is asked for follows the seat. */
function AppointFields({ choices, options, given }: Omit<Props, "today"> & { options: Options }) {
  const t = useTranslations("meetings.effect.field");
  const [seatId, setSeatId] = useState(text(given.seatId));
  const personal = choices.appoint.find(({ id }) => id === seatId)?.personal ?? false;
  const holder = personal ? ("personId" as const) : ("membershipId" as const);
  return (
    <>
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) setSeatId(event.target.value);
        }}
      >
        <SelectField
          name="effect.seatId"
          label={t("seat")}
          required
          options={options.appoint}
          defaultValue={text(given.seatId)}
        />
      </div>
      <SelectField
        key={holder}
        name={`effect.${holder}`}
        label={t(personal ? "person" : "member")}
        required
        options={personal ? options.people : options.members}
        defaultValue={text(given[holder])}
      />
    </>
  );
}

/** What each kind asks for beside its kind. */
function Details({
  kind,
  choices,
  options,
  given,
  today,
}: Props & { kind: Kind; options: Options }) {
  const t = useTranslations("meetings.effect.field");
  const m = useTranslations("memberships.position");
  const pick = (name: string, label: string, from: Option[] = options[kind]) => (
    <SelectField
      name={`effect.${name}`}
      label={label}
      required
      options={from}
      // What there is only one of is chosen already.
      defaultValue={text(given[name]) || (from.length === 1 ? from[0]?.value : "")}
    />
  );
  const date = (name: string, label: string, required = true) => (
    <DateField
      name={`effect.${name}`}
      label={label}
      required={required}
      min={today}
      defaultValue={text(given[name])}
    />
  );
  const position = (from: readonly (typeof memberPositions)[number][], required: boolean) => (
    <SelectField
      name="effect.position"
      label={required ? t("position") : `${t("position")} · ${t("requested")}`}
      required={required}
      options={from.map((value) => ({ value, label: m(value) }))}
      defaultValue={text(given.position)}
    />
  );
  const fields: Record<Kind, () => ReactNode> = {
    admit: () => [pick("applicationId", t("application")), position(requestablePositions, false)],
    adopt_document: () => pick("documentId", t("document")),
    appoint: () => [
      <AppointFields key="appoint" choices={choices} options={options} given={given} />,
      date("from", t("from")),
    ],
    end_seat: () => [
      pick("holdingId", t("seat")),
      date("on", t("on")),
      <TextField
        key="reason"
        name="effect.reason"
        label={t("reason")}
        required
        maxLength={300}
        defaultValue={text(given.reason)}
      />,
    ],
    change_position: () => [pick("membershipId", t("member")), position(memberPositions, true)],
    suspend: () => [
      pick("membershipId", t("member")),
      date("from", t("from")),
      date("to", t("to"), false),
    ],
    resume: () => pick("membershipId", t("member")),
    expel: () => pick("membershipId", t("member")),
    end_in_spite: () => pick("membershipId", t("member")),
    extend_term: () => [pick("termId", t("term")), date("until", t("until"))],
    grant_power: () => pick("powerId", t("power")),
  };
  return fields[kind]();
}
type Options = ReturnType<typeof useOptions>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const asGiven = (effect: unknown): Given & { kind?: Effect["kind"] } =>
  typeof effect === "object" && effect !== null ? { ...effect } : {};

/** What a carried vote does by itself: a kind, and whom or what it is about. */
export function EffectFields({
  choices,
  today,
  effect,
}: {
  choices: EffectChoices;
  today: string;
  effect?: unknown;
}) {
  const t = useTranslations("meetings.effect");
  const options = useOptions(choices);
  const given = asGiven(effect);
  const kinds = (Object.keys(options) as (keyof Options)[]).filter(
    (kind): kind is Kind => kind !== "members" && kind !== "people" && options[kind].length > 0,
  );
  const [kind, setKind] = useState<string>(given.kind ?? "none");
  const known = kinds.find((one) => one === kind);
  return (
    <fieldset className="flex flex-col gap-4 rounded border border-line p-3">
      <legend className="px-1 font-medium">{t("title")}</legend>
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) setKind(event.target.value);
        }}
      >
        <SelectField
          name="effect.kind"
          label={t("title")}
          hint={t("hint")}
          required
          defaultValue={known ?? "none"}
          options={[
            { value: "none", label: t("none") },
            ...kinds.map((one) => ({ value: one, label: t(`choose.${one}`) })),
          ]}
        />
      </div>
      {known && (
        <div key={known} className="flex flex-col gap-4">
          <Details kind={known} options={options} choices={choices} given={given} today={today} />
        </div>
      )}
    </fieldset>
  );
}
