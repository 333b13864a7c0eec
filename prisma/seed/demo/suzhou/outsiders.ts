import { type DemoOrganization, organizationRows } from "../organizations";
import type { DemoRows } from "../rows";

/** In the register, but not members: applicants that the secretariat finds by their credit code. */
const outsiders: DemoOrganization[] = [
  {
    key: "enterprise-111",
    name: "示例企业 111",
    nameEn: "Sample Enterprise 111",
    kind: "enterprise",
    regionCode: "320500",
    serial: 111,
  },
  {
    key: "institute-05",
    name: "示例科研机构 05",
    nameEn: "Sample Institute 05",
    kind: "research_institute",
    regionCode: "320500",
    serial: 815,
  },
];

export const suzhouOutsiderRows = (): Partial<DemoRows> => organizationRows(outsiders);
