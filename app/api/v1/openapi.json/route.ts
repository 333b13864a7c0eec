import { documentText } from "../document";

export const dynamic = "force-dynamic";

export const GET = () =>
  new Response(documentText(), { headers: { "Content-Type": "application/json" } });
