"use client";

import { type ReactNode, use, useState } from "react";
import { FormContext } from "../forms/context";
import { Button } from "../ui/button";
import { OrganizationField } from "./organization-field";

type Named = { id: string; name: string };
type Props = {
  /** Path of the list; each row submits `<name>.<row>.organizationId`. */
  name: string;
  label: (place: number) => string;
  addLabel: string;
  removeLabel: string;
  given?: readonly Named[];
  least?: number;
  most?: number;
  membersOnly?: boolean;
  /** More fields of a row, by the prefix of their names. */
  more?: (prefix: string, place: number) => ReactNode;
};

/** Rows that a draft of this form holds, so that they are drawn again. */
const draftRows = (name: string, kept: Iterable<string>): number[] =>
  [
    ...new Set(
      [...kept].flatMap((path) => {
        const [list, row] = path.startsWith(`${name}.`) ? path.split(".") : [];
        return list === name && row !== undefined ? [Number(row)] : [];
      }),
    ),
  ].toSorted((a, b) => a - b);

/** One row per organization, each in its own fieldset; the least number of rows always stands there. */
export function OrganizationRows(props: Props) {
  const { name, label, addLabel, removeLabel, given = [], least = 2, most = 30 } = props;
  const { kept } = use(FormContext);
  const [rows, setRows] = useState(() => {
    const drafted = draftRows(name, kept.keys());
    const count = Math.max(least, given.length);
    return drafted.length > 0 ? drafted : Array.from({ length: count }, (_, index) => index);
  });
  return (
    <div className="flex flex-col gap-4">
      {rows.map((row, index) => (
        <fieldset key={row} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <legend className="sr-only">{label(index + 1)}</legend>
          <OrganizationField
            name={`${name}.${row}.organizationId`}
            label={label(index + 1)}
            defaultValue={given[row] ?? null}
            required={index < least}
            membersOnly={props.membersOnly}
          />
          {props.more?.(`${name}.${row}`, row)}
          {index >= least && (
            <div>
              <Button
                variant="quiet"
                onClick={() => setRows((all) => all.filter((one) => one !== row))}
              >
                {removeLabel}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {rows.length < most && (
        <div>
          <Button onClick={() => setRows((all) => [...all, Math.max(-1, ...all) + 1])}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
