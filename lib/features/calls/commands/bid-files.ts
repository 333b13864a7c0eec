import type { z } from "zod";
import { registerFile } from "@/lib/features/files/commands";
import { accept, type Result } from "@/lib/kernel/result";
import type { TenantScope } from "@/lib/platform/corridor/use-case";
import type { Tx } from "@/lib/platform/db/transaction";
import { forbidden } from "@/lib/platform/errors";
import { biddersOf } from "../policy";
import type { keepBidFileInput, preparedSeal, prepareSealInput } from "../schema/bids";
import { holdCall } from "./hold";
import { bidderOf, inTime, sealOf } from "./in-time";

type TimeRefusal = "call-wrong-state" | "bid-late" | "bid-own-call";

/** Asked before a byte of a file is taken: by whom, in time, and with which half it is sealed. */
export async function prepareSeal(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof prepareSealInput>,
): Promise<Result<z.input<typeof preparedSeal>, TimeRefusal>> {
  const call = await holdCall(tx, scope, input.callId);
  const bidder = bidderOf(scope, call, input.organizationId);
  if (!bidder.ok) return bidder;
  const timely = inTime(scope, call);
  if (!timely.ok) return timely;
  const { publicKey } = await sealOf(tx, scope, call);
  await scope.audit({
    action: "bid.prepare",
    subjectType: "call",
    subjectId: call.id,
    details: {},
  });
  return accept({
    organizationId: bidder.value,
    publicKey: Buffer.from(publicKey).toString("base64"),
  });
}

/** Notes a sealed file whose bytes are already stored. Its name is sealed with it; the row calls it nothing. */
export async function keepBidFile(
  tx: Tx,
  scope: TenantScope,
  input: z.output<typeof keepBidFileInput>,
): Promise<Result<{ id: string }, "call-wrong-state" | "bid-late">> {
  const call = await holdCall(tx, scope, input.callId);
  if (!biddersOf(scope, call).includes(input.organizationId)) return forbidden();
  const timely = inTime(scope, call);
  if (!timely.ok) return timely;
  const file = await registerFile(tx, scope, {
    sha256: input.sha256,
    size: input.size,
    name: "sealed.bin",
    mediaType: "application/octet-stream",
  });
  if (!file.ok) return file;
  const { id } = await tx.bidFile.create({
    data: {
      allianceId: scope.alliance.id,
      callId: call.id,
      organizationId: input.organizationId,
      fileId: file.value.id,
      uploadedById: scope.actor.userId ?? "",
      createdAt: scope.now,
    },
    select: { id: true },
  });
  await scope.audit({
    action: "bid.keep_file",
    subjectType: "call",
    subjectId: call.id,
    details: { sha256: input.sha256 },
  });
  return accept({ id });
}
