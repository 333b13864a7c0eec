import { randomUUID } from "node:crypto";
import { registerUpload } from "@/lib/features/files/procedures";
import { documentLimit } from "@/lib/kernel/file-size";
import { perform } from "@/lib/platform/corridor/faces";
import { knock } from "@/lib/platform/corridor/invoke";
import { AppError } from "@/lib/platform/errors";
import { mediaTypeOf, safeFileName } from "@/lib/platform/files/kinds";
import { overpackedFile } from "@/lib/platform/files/packed";
import { receiveFile } from "@/lib/platform/files/store";
import { answer, fault } from "@/lib/platform/rest/handler";
import { callerOf } from "@/lib/platform/rest/request";
import { words } from "../../words";

type Context = { params: Promise<{ alliance: string }> };

/** PUT /api/files/{alliance}?name=…: the body is the file. Streamed; its kind is decided by its content. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const actor = await callerOf(request);
    const { alliance: tenant } = await params;
    // Who may not upload here, or has uploaded enough, may not fill the disk: asked before the first byte is kept.
    const call = await knock(registerUpload, { actor, tenant, requestId });
    const name = safeFileName(new URL(request.url).searchParams.get("name") ?? "");
    if (!request.body)
      throw new AppError("malformed", { issues: [{ path: "file", message: "required" }] });
    let mediaType = "";
    const { sha256, size } = await receiveFile(request.body, documentLimit, async (received) => {
      mediaType = (await mediaTypeOf(name, received.head)) ?? "";
      const message =
        mediaType === "" || received.size === 0
          ? "wrong-file-kind"
          : (await overpackedFile(mediaType, received))
            ? "file-overpacked"
            : undefined;
      if (message) throw new AppError("malformed", { issues: [{ path: "file", message }] });
    });
    const result = await perform(registerUpload, call, { sha256, size, name, mediaType });
    if (result.ok) return answer(200, result.value, requestId);
    return answer(
      409,
      { code: result.reason, message: words(result.reason, request, {}), requestId },
      requestId,
    );
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
