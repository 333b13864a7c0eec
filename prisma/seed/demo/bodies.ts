import { templateBodies } from "@/lib/features/alliances/rules/structure-templates";
import type { StructureTemplate } from "@/prisma/generated/enums";
import { idOf } from "./ids";
import { organizationId } from "./organizations";
import { allianceId } from "./people";
import type { DemoRows } from "./rows";

type Details = {
  /** Key of the organization where its office is. */
  host?: string;
  seatsPlanned?: number;
  termYears?: number;
  duties?: string;
  dutiesEn?: string;
};

export const bodyId = (slug: string, key: string): string =>
  idOf("governance-body", `${slug}/${key}`);

/** The bodies of a structure template, with what a source says beyond it. */
export const bodyRows = (
  slug: string,
  template: StructureTemplate,
  details: Record<string, Details> = {},
): Partial<DemoRows> => ({
  governanceBody: templateBodies(template).map(({ key, parent, ...body }, index) => {
    const { host, ...more } = details[key] ?? {};
    return {
      ...body,
      ...more,
      id: bodyId(slug, key),
      allianceId: allianceId(slug),
      parentId: parent ? bodyId(slug, parent) : null,
      hostId: host ? organizationId(host) : null,
      sortOrder: index + 1,
    };
  }),
});
