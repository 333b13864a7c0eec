import { env } from "@/lib/platform/env";
import { openApiDocument } from "@/lib/platform/rest/openapi";
import { operations } from "./operations";

let made: Buffer<ArrayBuffer> | undefined;

/** The description of the interface as text, made once: it says the same for as long as the program runs. */
export const documentText = (): Buffer<ArrayBuffer> => {
  made ??= Buffer.from(JSON.stringify(openApiDocument(operations, env().APP_URL)));
  return made;
};
