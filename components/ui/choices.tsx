"use client";

import type { ComponentProps } from "react";

type Props = ComponentProps<"select"> & {
  choices: readonly (readonly [value: string, label: string])[];
};

/** A native list to choose from, whose choices come as values. */
export function Choices({ choices, ...rest }: Props) {
  return (
    <select {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
