import { randomUUID } from "node:crypto";
import { z } from "zod";
import { words } from "@/app/api/words";
import { readBidFileQuery } from "@/lib/features/calls/procedures/bid-files";
import { bytesOpenerOf } from "@/lib/platform/auth/seal";
import { ask } from "@/lib/platform/corridor/faces";
import { AppError } from "@/lib/platform/errors";
import { openFile } from "@/lib/platform/files/store";
import { fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";

type Context = { params: Promise<{ alliance: string; call: string; file: string }> };

const headOf = z.object({ name: z.string(), mediaType: z.string() });

/** A file of an opened bid, unsealed for whoever reads that bid; before the opening there is none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { alliance: tenant, call: callId, file: fileId } = await params;
    const caller = { actor: await callerOf(request), tenant, requestId };
    const file = await ask(readBidFileQuery, caller, { callId, fileId });
    const stored = await openFile(file.sha256);
    if (!stored) throw new AppError("not-found");
    const shut = new Uint8Array(await new Response(stored.stream).arrayBuffer());
    const [publicKey, lockedKey] = [file.publicKey, file.lockedKey].map((text) =>
      Buffer.from(text, "base64"),
    );
    if (!publicKey || !lockedKey) throw new AppError("not-found");
    const clear = bytesOpenerOf(publicKey, lockedKey)(shut);
    const length = clear.readUInt32BE(0);
    const head = headOf.parse(JSON.parse(clear.subarray(4, 4 + length).toString("utf8")));
    const bytes = Uint8Array.from(clear.subarray(4 + length));
    return new Response(bytes, {
      headers: {
        "Content-Type": head.mediaType,
        "Content-Length": String(bytes.byteLength),
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(head.name)}`,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
