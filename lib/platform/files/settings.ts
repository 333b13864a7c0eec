import { z } from "zod";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where files are kept: in a bucket when these say so, else in DATA_DIR (decision 0019). */
export const fileVariables = {
  DATA_DIR: z.string().default(".data/main"),
  S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: "must be the object storage's address, such as https://s3.example.org",
    })
    .refine((text) => {
      if (!URL.canParse(text)) return true;
      const { username, pathname, search, hash } = new URL(text);
      return !username && pathname === "/" && !search && !hash;
    }, "must be the address alone, without path, key or bucket: the bucket's name belongs in S3_BUCKET")
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "must be a bucket's name: 3 to 63 small letters, digits, dots and hyphens",
    )
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]{1,64}$/, "must be a region's name, such as us-east-1")
    .default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** 1: the bucket stands in the path, as MinIO and its like have it; 0: in front of the host. */
  S3_PATH_STYLE: z.enum(["1", "0"], { error: "must be 1 or 0" }).default("1"),
  /** Said by whoever knows that nobody listens between the portal and the object storage. */
  S3_ALLOW_HTTP: z.literal("1", { error: "must be 1 or unset" }).optional(),
};

export type FileSettings = z.output<z.ZodObject<typeof fileVariables>>;

const together = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

/** What is wrong with the variables as a whole: all four or none, and no names and figures in the clear over a network. */
export function fileFaults(given: FileSettings): [name: string, what: string][] {
  const set = together.filter((name) => given[name] !== undefined);
  const missing = set.length === 0 ? [] : together.filter((name) => given[name] === undefined);
  const faults: [string, string][] = missing.map((name) => [
    name,
    `is missing: ${set.join(", ")} ${set.length === 1 ? "is" : "are"} set, and object storage needs all of ${together.join(", ")}`,
  ]);
  const { protocol, hostname } = new URL(given.S3_ENDPOINT ?? "https://none.example");
  if (protocol === "http:" && !LOOPBACK.test(hostname) && !given.S3_ALLOW_HTTP) {
    faults.push([
      "S3_ENDPOINT",
      "must begin with https://, because files would cross the network in the clear; S3_ALLOW_HTTP=1 where that is known to be safe",
    ]);
  }
  return faults;
}

export type BucketSettings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  pathStyle: boolean;
};

/** The bucket that checked variables name; undefined: the folder. */
export function bucketOf(given: FileSettings): BucketSettings | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = given;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined;
  const pathStyle = given.S3_PATH_STYLE === "1";
  return { endpoint, bucket, region, accessKeyId, secretAccessKey, pathStyle };
}
