import { templateBodies } from "@/lib/features/alliances/rules/structure-templates";
import type { StructureTemplate } from "@/prisma/generated/enums";
import { idOf, range, two } from "./ids";
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

/** The N of 1+2+6+N: industry-chain committees. How many there are and what they are called the source does not say. */
export const chainCommitteeRows = (slug: string): Partial<DemoRows> => ({
  governanceBody: range(1, 2).map((n) => ({
    id: bodyId(slug, `chain-${n}`),
    allianceId: allianceId(slug),
    kind: "chain_committee" as const,
    tier: "execution" as const,
    name: `示例产业链专业委员会 ${two(n)}`,
    nameEn: `Sample industry-chain committee ${two(n)}`,
    parentId: bodyId(slug, "council"),
    duties: "落实产业链上的合作（示例）",
    dutiesEn: "Carries out the work along one chain (sample)",
    sortOrder: 20 + n,
  })),
});
