"use client";

import { type ReactNode, use, useState } from "react";
import { Button } from "../ui/button";
import { FormContext } from "./context";

/** Rows that a draft of this form holds, so that they are drawn again. */
const drafted = (names: Iterable<string>, list: string): number[] =>
  [
    ...new Set(
      [...names].flatMap((name) => new RegExp(`^${list}\\.(\\d+)\\.`).exec(name)?.[1] ?? []),
    ),
  ]
    .map(Number)
    .sort((a, b) => a - b);

type Props = {
  /** The name of the list in the input. */
  list: string;
  /** How many rows there are at first. */
  first: number;
  most: number;
  addLabel: string;
  removeLabel: (place: number) => string;
  legend: (place: number) => string;
  row: (row: number, place: number) => ReactNode;
};

/** A list of like fieldsets that grows and shrinks; one of them always stands there. */
export function Rows({ list, first, most, addLabel, removeLabel, legend, row }: Props) {
  const { kept } = use(FormContext);
  const [rows, setRows] = useState(() => {
    const found = drafted(kept.keys(), list);
    return found.length > 0 ? found : Array.from({ length: Math.max(1, first) }, (_, at) => at);
  });
  return (
    <div className="flex flex-col gap-4">
      {rows.map((one, index) => (
        <fieldset key={one} className="flex flex-col gap-3 border-l-2 border-line pl-3">
          <legend className="text-sm font-medium">{legend(index + 1)}</legend>
          {row(one, index + 1)}
          {rows.length > 1 && (
            <div>
              <Button
                variant="quiet"
                onClick={() => setRows((all) => all.filter((other) => other !== one))}
              >
                {removeLabel(index + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {rows.length < most && (
        <div>
          <Button onClick={() => setRows((all) => [...all, Math.max(...all) + 1])}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
