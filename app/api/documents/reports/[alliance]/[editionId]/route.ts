import { reportAnswer } from "@/app/api/documents/answer";
import { editionPaper } from "@/components/reports/edition-paper";
import { getEditionQuery } from "@/lib/features/reports/procedures/editions";
import { ask } from "@/lib/platform/corridor/faces";

type Context = { params: Promise<{ alliance: string; editionId: string }> };

/** Whoever may read the edition fetches what they may read of it: the public its public version. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { alliance, editionId } = await params;
  return reportAnswer(request, alliance, async (call) =>
    editionPaper(await ask(getEditionQuery, call, { editionId })),
  );
}
