import { amountIn, fenOf, yuanText } from "@/lib/kernel/money";
import type { Amounts, CertificateState, CertificateStep } from "./types";

const moves: Record<CertificateStep, Partial<Record<CertificateState, CertificateState>>> = {
  change: { draft: "draft" },
  ask: { draft: "asked" },
  seal: { asked: "sealed" },
  withdraw: { draft: "withdrawn", asked: "withdrawn", sealed: "withdrawn" },
};

/** The state after a step; undefined where the step does not exist. */
export const stateAfter = (
  state: CertificateState,
  step: CertificateStep,
): CertificateState | undefined => moves[step][state];

const fen = (yuan: string | null): bigint => (yuan === null ? 0n : fenOf(yuan));

/** All that the enterprise gained, in yuan. */
export const totalOf = ({ outputIncrease, taxes, savings }: Amounts): string =>
  yuanText(fen(outputIncrease) + fen(taxes) + fen(savings));

/**
 * What may rest on a certificate, in 万元, the unit of the two metrics: of economic benefit (M29) all of its amounts, of new
 * output (M30) the output increase. The database has the same function, certificate_limit.
 */
export function limitOf(metricCode: string, amounts: Amounts): string {
  if (metricCode === "M29") return amountIn(fenOf(totalOf(amounts)), "wan");
  return metricCode === "M30" ? amountIn(fen(amounts.outputIncrease), "wan") : "0";
}

/** Metrics whose results are counted by what an enterprise sealed. */
export const certifiedMetrics = ["M29", "M30"] as const;
export const isCertified = (metricCode: string): boolean =>
  certifiedMetrics.some((code) => code === metricCode);

/** What is left of it in 万元 after what rests on it; never below zero. */
export function leftOf(limit: string, resting: string): string {
  const left = fenOf(limit) - fenOf(resting);
  return yuanText(left > 0n ? left : 0n);
}

export type Claim = {
  metricCode: string;
  organizationId: string;
  year: number;
  /** 万元, decimal text. */
  quantity: string;
};
export type Ground = {
  state: CertificateState;
  year: number;
  enterpriseId: string;
  claimantId: string | null;
  amounts: Amounts;
  /** What other results under the same metric take of it already, in 万元. */
  resting: string;
};
export type ClaimFault =
  | "certificate-not-sealed"
  | "certificate-other-metric"
  | "certificate-not-yours"
  | "certificate-other-year"
  | "certificate-exceeded";

/** Does a result agree with the certificate that it names? */
export function faultOf(claim: Claim, ground: Ground): ClaimFault | undefined {
  if (ground.state !== "sealed") return "certificate-not-sealed";
  if (!isCertified(claim.metricCode)) return "certificate-other-metric";
  if (![ground.enterpriseId, ground.claimantId].includes(claim.organizationId)) {
    return "certificate-not-yours";
  }
  if (claim.year !== ground.year) return "certificate-other-year";
  const limit = fenOf(limitOf(claim.metricCode, ground.amounts));
  return fenOf(ground.resting) + fenOf(claim.quantity) > limit ? "certificate-exceeded" : undefined;
}
