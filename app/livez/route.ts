export const dynamic = "force-dynamic";

/** The process can answer; nothing else is asked. */
export const GET = () => Response.json({ status: "ok" });
