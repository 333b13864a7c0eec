"use client";

import { SelectField } from "../forms/fields";
import { OrganizationField } from "../organizations/organization-field";

/** For whom: one of the organizations that the reader acts for, or any member where the reader acts for none. */
export function OwnOrganizationField({
  label,
  mine,
  kinds,
}: {
  label: string;
  mine: readonly { id: string; name: string }[];
  kinds: readonly string[];
}) {
  return mine.length > 0 ? (
    <SelectField
      name="organizationId"
      label={label}
      required
      defaultValue={mine[0]?.id}
      options={mine.map(({ id, name }) => ({ value: id, label: name }))}
    />
  ) : (
    <OrganizationField name="organizationId" label={label} required membersOnly kinds={kinds} />
  );
}
