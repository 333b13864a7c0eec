export const dynamic = "force-dynamic";

let value = {};

/** Takes the very value that the portal answered with … */
export async function PUT(request) {
  value = await request.json();
  return Response.json({ ok: true });
}

/** … and gives it back: the floor of a handler. */
export const GET = () => Response.json(value);

/** The floor of a write: reads a body and answers. */
export async function POST(request) {
  await request.json();
  return Response.json({ id: "00000000-0000-7000-8000-000000000000" });
}
