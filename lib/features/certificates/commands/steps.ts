import type { z } from "zod";
import { accept, type Result, refuse } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError, forbidden } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { isOfClaimant, mayPrepare, mayWithdraw, speaksFor } from "../policy";
import { certificateFor } from "../queries/get";
import { stateAfter } from "../rules";
import type {
  askCertificateInput,
  certificateAnswer,
  sealCertificateInput,
  withdrawCertificateInput,
} from "../schema";
import { contactsOf, tellContacts } from "./letters";

type Answer = z.input<typeof certificateAnswer>;
type Found = Awaited<ReturnType<typeof certificateFor>>;
type Step = {
  step: "ask" | "seal" | "withdraw";
  version: number;
  data?: Prisma.BenefitCertificateUncheckedUpdateManyInput;
  /** What the chain keeps of it. */
  details?: Record<string, string | null>;
};

/** One edge, named with the state and the version that the form was opened with; the database knows the edges too. */
async function move(
  tx: Tx,
  scope: TenantScope,
  found: Found,
  { step, version, data, details }: Step,
): Promise<Result<Answer, "certificate-wrong-state">> {
  const state = stateAfter(found.state, step);
  if (!state) return refuse("certificate-wrong-state");
  const { count } = await tx.benefitCertificate.updateMany({
    where: { allianceId: scope.alliance.id, id: found.id, state: found.state, version },
    data: { ...data, state, stateSince: scope.now, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale");
  await scope.audit({
    action: `certificate.${step}`,
    subjectType: "certificate",
    subjectId: found.id,
    details: { from: found.state, to: state, ...details },
  });
  return accept({ id: found.id, version: version + 1, state });
}

/** From now on it stands as it is read, and waits for the enterprise. */
export async function askForSeal(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof askCertificateInput>,
): Promise<Result<Answer, "certificate-wrong-state" | "certificate-no-contact">> {
  const found = await certificateFor(tx, scope, input.id);
  if (!mayPrepare(scope, found)) forbidden();
  if (!stateAfter(found.state, "ask")) return refuse("certificate-wrong-state");
  const contacts = await contactsOf(tx, scope, found.enterpriseId);
  if (contacts.length === 0) return refuse("certificate-no-contact");
  const moved = await move(tx, scope, found, { step: "ask", version: input.version });
  if (moved.ok) await tellContacts(tx, scope, found, contacts);
  return moved;
}

/** One sealed certificate of an enterprise for a year and a project; writers of one alliance wait for each other. */
async function isTaken(tx: Tx, scope: TenantScope, found: Found): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM alliances WHERE id = ${scope.alliance.id}::uuid FOR NO KEY UPDATE`;
  const { enterpriseId, year, projectId } = found;
  const where = { allianceId: scope.alliance.id, enterpriseId, year, projectId };
  return (await tx.benefitCertificate.count({ where: { ...where, state: "sealed" } })) > 0;
}

async function ownsFile(tx: Tx, scope: TenantScope, id: string): Promise<boolean> {
  const where = { id, allianceId: scope.alliance.id, uploadedById: scope.actor.userId };
  return (await tx.storedFile.count({ where })) === 1;
}

type SealRefusal =
  | "certificate-wrong-state"
  | "certificate-own-claim"
  | "certificate-sealed-already"
  | "file-not-yours";

/** S000-22 the benefit is claimed by the enterprise: its representative, by name, with the paper or by declaration. */
export async function sealCertificate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof sealCertificateInput>,
): Promise<Result<Answer, SealRefusal>> {
  const found = await certificateFor(tx, scope, input.id);
  if (!speaksFor(scope, found)) forbidden();
  if (!stateAfter(found.state, "seal")) return refuse("certificate-wrong-state");
  if (isOfClaimant(scope, found)) return refuse("certificate-own-claim");
  const fileId = input.way === "paper" ? (input.fileId ?? null) : null;
  if (fileId && !(await ownsFile(tx, scope, fileId))) return refuse("file-not-yours");
  if (await isTaken(tx, scope, found)) {
    return refuse("certificate-sealed-already", { year: String(found.year) });
  }
  return move(tx, scope, found, {
    step: "seal",
    version: input.version,
    data: {
      signatory: input.signatory,
      fileId,
      sealedById: scope.actor.userId ?? forbidden(),
      sealedAt: scope.now,
    },
    details: { way: input.way, fileId },
  });
}

/** Nothing is taken off the totals: results that rest on it say from now on that their evidence is gone. */
export async function withdrawCertificate(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof withdrawCertificateInput>,
): Promise<Result<Answer, "certificate-wrong-state">> {
  const found = await certificateFor(tx, scope, input.id);
  if (!stateAfter(found.state, "withdraw")) {
    return mayPrepare(scope, found) ? refuse("certificate-wrong-state") : forbidden();
  }
  if (!mayWithdraw(scope, found)) forbidden();
  return move(tx, scope, found, {
    step: "withdraw",
    version: input.version,
    data: { reason: input.reason, withdrawnById: scope.actor.userId ?? forbidden() },
  });
}
