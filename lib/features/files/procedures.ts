import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { registerFile } from "./commands";
import { getFile } from "./queries";
import { fileSchema, getFileSchema, registerFileSchema } from "./schema";

/** What is known of a file; its bytes are at /api/files/{alliance}/{id}. */
export const getFileProcedure = defineQuery({
  id: "files.get",
  path: "/alliances/{alliance}/files/{id}",
  place: "tenant",
  summary: "One stored file: name, size, media type, SHA-256",
  permission: permission("file.download"),
  input: getFileSchema,
  output: fileSchema,
  run: getFile,
});

/**
 * Not an operation of REST: whoever could name a hash could fetch another's bytes. Only the upload route calls it, after
 * it has received the bytes itself.
 */
export const registerUpload = defineCommand({
  id: "files.register",
  path: "/alliances/{alliance}/files",
  place: "tenant",
  summary: "Registers an uploaded file",
  permission: permission("file.upload"),
  refusals: [],
  // 20 MB each: no more than 4 GB of disk in an hour by one person.
  limits: [{ per: "account", count: 200, seconds: 3600 }],
  input: registerFileSchema,
  output: fileSchema,
  run: registerFile,
});
