import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as URL-safe text: session, key, link. Shown once; only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
