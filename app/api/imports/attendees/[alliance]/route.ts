import { randomUUID } from "node:crypto";
import { words } from "@/app/api/words";
import { attendTrainingProcedure } from "@/lib/features/outcomes/procedures/batches";
import { readAttendeeSheet } from "@/lib/features/outcomes/rules/attendee-sheet";
import { perform } from "@/lib/platform/corridor/faces";
import { answer, fault } from "@/lib/platform/rest/handler";
import { readUploadedSheet } from "../../sheet";

type Context = { params: Promise<{ alliance: string }> };

/**
 * PUT /api/imports/attendees/{alliance}?name=…&id=…&version=…: the body is an .xlsx or .csv file. Its identity numbers go the
 * way of pasted ones, all or none; the file itself is kept nowhere.
 */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { actor, sheet } = await readUploadedSheet(request, attendTrainingProcedure.permission, {
      csv: true,
    });
    const people = sheet.ok ? readAttendeeSheet(sheet.value) : sheet;
    const search = new URL(request.url).searchParams;
    const result = people.ok
      ? await perform(
          attendTrainingProcedure,
          { actor, tenant: (await params).alliance, requestId },
          {
            id: search.get("id") ?? "",
            version: Number(search.get("version")),
            numbers: people.value.join("\n"),
          },
        )
      : people;
    if (result.ok) return answer(200, result.value, requestId);
    const message = words(result.reason, request, result.details ?? {});
    return answer(409, { code: result.reason, message, requestId }, requestId);
  } catch (error) {
    return fault(error, request, requestId, words);
  }
}
