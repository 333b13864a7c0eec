import { at } from "../days";
import { idOf } from "../ids";
import { organizationId } from "../organizations";
import { allianceId, userId } from "../people";
import type { DemoRows } from "../rows";
import { SUZHOU } from "./members";

const ENTERPRISE = "enterprise-017";
const contact = userId("enterprise@sample017.example");
const idFor = (year: number) => idOf("benefit-certificate", `${SUZHOU}/${ENTERPRISE}/${year}`);

/** The result of the school that rests on what this enterprise sealed for 2025. */
export const sealedFor = {
  key: "M29/2025/svu",
  certificate: { id: idFor(2025), enterprise: "示例企业 017" },
} as const;

const common = {
  allianceId: allianceId(SUZHOU),
  enterpriseId: organizationId(ENTERPRISE),
  claimantId: organizationId("svu"),
  synthetic: true,
};

type Row = DemoRows["benefitCertificate"][number];

/** One withdrawn, one sealed with a result on it, one that waits for the seal, and one still being written. */
const rows: Row[] = [
  {
    ...common,
    id: idFor(2024),
    year: 2024,
    taxes: "86000.00",
    state: "withdrawn",
    stateSince: at("2025-03-11"),
    preparedById: contact,
    withdrawnById: contact,
    reason: "示例：税收口径有误，另行测算",
    version: 3,
    createdAt: at("2025-02-20"),
  },
  {
    ...common,
    id: idFor(2025),
    year: 2025,
    outputIncrease: "2860000.00",
    taxes: "140000.00",
    savings: "212500.50",
    state: "sealed",
    stateSince: at("2026-01-20"),
    preparedById: userId("reporter@svu.example"),
    signatory: "示例联系人 02",
    sealedById: contact,
    sealedAt: at("2026-01-20"),
    version: 3,
    createdAt: at("2026-01-08"),
  },
  {
    ...common,
    id: idFor(2026),
    year: 2026,
    outputIncrease: "1930000.00",
    savings: "98000.00",
    state: "asked",
    stateSince: at("2026-11-10"),
    preparedById: userId("reporter@svu.example"),
    version: 2,
    createdAt: at("2026-11-06"),
  },
  {
    ...common,
    id: idOf("benefit-certificate", `${SUZHOU}/enterprise-001/2026`),
    enterpriseId: organizationId("enterprise-001"),
    claimantId: null,
    year: 2026,
    outputIncrease: "450000.00",
    state: "draft",
    stateSince: at("2026-11-12"),
    preparedById: userId("secretariat@suzhou.example"),
    createdAt: at("2026-11-12"),
  },
];

export const suzhouCertificateRows = (): Partial<DemoRows> => ({ benefitCertificate: rows });
