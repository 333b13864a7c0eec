import { readiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database answers and has the schema that this code knows; 503 otherwise, and while stopping. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(
    { status: state.ready ? "ready" : state.reason },
    { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
