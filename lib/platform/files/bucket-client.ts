import type { S3Client } from "@aws-sdk/client-s3";
import type { BucketSettings } from "./settings.ts";

/** How long is waited: for a connection, for an answer, for the next bytes, and for an upload as a whole. */
export type Patience = { connect: number; answer: number; bytes: number; upload: number };

const patience: Patience = { connect: 3_000, answer: 10_000, bytes: 20_000, upload: 120_000 };

const silence = () => undefined;

/** Downloads that people take slowly hold one each. */
const SOCKETS = 200;

export type Opened = {
  sdk: typeof import("@aws-sdk/client-s3");
  client: S3Client;
  patience: Patience;
};

/** The client costs some 35 MiB: it is loaded when it is first needed, and by nobody who keeps files in a folder. */
export async function openClient(
  settings: BucketSettings,
  given: Partial<Patience> = {},
): Promise<Opened> {
  const sdk = await import("@aws-sdk/client-s3");
  const waits = { ...patience, ...given };
  const client = new sdk.S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    credentials: {
      accessKeyId: settings.accessKeyId,
      secretAccessKey: settings.secretAccessKey,
    },
    // Checksums of its own that only one vendor knows; what is kept is proved by its hash, which is signed.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    expectContinueHeader: false,
    maxAttempts: 2,
    // What goes wrong is thrown and told in the portal's own log.
    logger: { trace: silence, debug: silence, info: silence, warn: silence, error: silence },
    requestHandler: {
      connectionTimeout: waits.connect,
      requestTimeout: waits.answer,
      throwOnRequestTimeout: true,
      socketTimeout: 0,
      httpAgent: { keepAlive: true, maxSockets: SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: SOCKETS },
    },
  });
  return { sdk, client, patience: waits };
}
