import type { Option } from "@/components/forms/types";
import type { Owner } from "@/lib/features/tasks/schema";

/** A name alone may be two people: the organization stands beside it. */
export const ownerOptions = (owners: readonly Owner[]): Option[] =>
  owners.map(({ personId, name, organizationName }) => ({
    value: personId,
    label: organizationName ? `${name} · ${organizationName}` : name,
  }));
