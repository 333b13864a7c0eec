import { z } from "zod";
import { id, line } from "@/lib/kernel/fields";

export const fileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  sha256: z.string(),
});

/** What the server itself found out about an upload. */
export const registerFileSchema = z.strictObject({
  name: line(200),
  size: z.number().int().positive(),
  mediaType: line(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const getFileSchema = z.strictObject({ id: id() });
