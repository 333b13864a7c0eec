import { env } from "@/lib/platform/env";
import { openApiDocument } from "@/lib/platform/rest/openapi";
import { operations } from "../operations";

export const dynamic = "force-dynamic";

export const GET = () => Response.json(openApiDocument(operations, env().APP_URL));
