import type { ComponentProps } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { RegisterSelection } from "@/components/memberships/register-selection";
import { RegisterTable } from "@/components/memberships/register-table";
import { addressWith } from "@/lib/kernel/address";

type Props = Omit<ComponentProps<typeof RegisterTable>, "selects"> & {
  filters: Readonly<Record<string, string>>;
  exports: boolean;
  tags: boolean;
};

/** The random ends of the ids: it is sent, so it is short. */
const keyOf = (rows: Props["rows"]): string =>
  rows.map(({ membershipId }) => membershipId.slice(-8)).join("");

/** The rows, with what can be done with those that are ticked. */
export function RegisterList({ filters, exports, tags, ...table }: Props) {
  const { slug, columns, rows } = table;
  const whole = { page: undefined, pageSize: undefined, columns: columns.join(",") };
  return (
    <ClientMessages namespaces={["memberships", "organizations"]}>
      <RegisterSelection
        // Other rows begin without a choice.
        key={keyOf(rows)}
        tenant={slug}
        exportHref={exports ? addressWith(`/api/exports/members/${slug}`, filters, whole) : null}
        tags={tags}
      >
        <RegisterTable {...table} selects={exports || tags} />
      </RegisterSelection>
    </ClientMessages>
  );
}
