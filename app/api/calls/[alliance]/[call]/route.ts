import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { keepBidFileCommand, prepareSealCommand } from "@/lib/features/calls/procedures/bid-files";
import { documentLimit } from "@/lib/kernel/file-size";
import type { Result } from "@/lib/kernel/result";
import { sealBytes } from "@/lib/platform/auth/seal";
import { perform } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { mediaTypeOf, safeFileName } from "@/lib/platform/files/kinds";
import { overpackedBytes } from "@/lib/platform/files/packed";
import { receiveFile } from "@/lib/platform/files/store";
import { answer, fault } from "@/lib/platform/rest/handler";
import { callerOf, readBytes } from "@/lib/platform/rest/request";

type Context = { params: Promise<{ alliance: string; call: string }> };

/** Room for the name and the seal itself. */
const SEAL = 4096;

const refused = (
  request: Request,
  result: Extract<Result<never>, { ok: false }>,
  requestId: string,
) =>
  answer(
    409,
    {
      code: result.reason,
      message: words(result.reason, request, result.details ?? {}),
      requestId,
    },
    requestId,
  );

/** Name, kind and bytes under one seal: what lies on the disk tells none of them. */
async function sealed(publicKey: string, name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const mediaType =
    bytes.byteLength > 0 ? await mediaTypeOf(name, bytes.subarray(0, 4100)) : undefined;
  if (!mediaType) {
    throw new AppError("malformed", { issues: [{ path: "file", message: "wrong-file-kind" }] });
  }
  if (await overpackedBytes(mediaType, bytes)) {
    throw new AppError("malformed", { issues: [{ path: "file", message: "file-overpacked" }] });
  }
  const head = Buffer.from(JSON.stringify({ name, mediaType }), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.byteLength);
  return sealBytes(Buffer.from(publicKey, "base64"), Buffer.concat([length, head, bytes]));
}

/** PUT /api/calls/{alliance}/{call}?name=…: a file of a bid, sealed in memory before a byte of it reaches the disk. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant, call: callId } = await params;
    const call = { actor: await callerOf(request), tenant, requestId };
    const asked = new URL(request.url).searchParams;
    const organizationId = asked.get("organization") ?? undefined;
    const seal = await perform(prepareSealCommand, call, { callId, organizationId });
    if (!seal.ok) return refused(request, seal, requestId);
    const bytes = await readBytes(request, documentLimit);
    const name = safeFileName(asked.get("name") ?? "");
    const shut = await sealed(seal.value.publicKey, name, bytes);
    const body = new Blob([Uint8Array.from(shut)]).stream();
    const { sha256, size } = await receiveFile(body, documentLimit + SEAL);
    const kept = await perform(keepBidFileCommand, call, {
      callId,
      organizationId: seal.value.organizationId,
      sha256,
      size,
    });
    return kept.ok ? answer(200, kept.value, requestId) : refused(request, kept, requestId);
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
