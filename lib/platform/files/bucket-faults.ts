import { StoreError } from "./keeper.ts";
import type { BucketSettings } from "./settings.ts";

type Fault = { name: string; code: string; status: number };

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Name, code and status alone: what else such an error holds may be a signature. */
function faultOf(error: unknown): Fault {
  if (typeof error !== "object" || error === null) return { name: "", code: "", status: 0 };
  const { name, code, Code, $metadata } = error as Record<string, unknown>;
  const { httpStatusCode } = ($metadata ?? {}) as { httpStatusCode?: unknown };
  return {
    name: textOf(Code) || textOf(name),
    code: textOf(code),
    status: typeof httpStatusCode === "number" ? httpStatusCode : 0,
  };
}

/** There is no such object; that there is no such bucket is another matter. */
export function isMissing(error: unknown): boolean {
  const { name, status } = faultOf(error);
  return name === "NoSuchKey" || name === "NotFound" || (status === 404 && name !== "NoSuchBucket");
}

/** Refusals that somebody must mend, each with the variable that is wrong. */
const refusals: [RegExp, (settings: BucketSettings) => string][] = [
  [/^NoSuchBucket$/, ({ bucket }) => `S3_BUCKET: there is no bucket ${bucket}`],
  [/^InvalidAccessKeyId$/, () => "S3_ACCESS_KEY_ID is not known there"],
  [
    /^SignatureDoesNotMatch$/,
    () => "S3_SECRET_ACCESS_KEY is not the one of S3_ACCESS_KEY_ID, or S3_REGION is another one",
  ],
  [
    /^(AuthorizationHeaderMalformed|PermanentRedirect|IllegalLocationConstraintException|InvalidRegionName)$/,
    ({ region }) => `S3_REGION: the bucket is not in ${region}, or S3_ENDPOINT is another region's`,
  ],
  [
    /^(SecondLevelDomainForbidden|PathStyleDomainForbidden|InvalidURI|VirtualHostDomainForbidden)$/,
    () => "S3_PATH_STYLE: this object storage wants the bucket's name in another place",
  ],
  [
    /^RequestTimeTooSkewed$/,
    () => "this machine's clock and the object storage's differ by minutes: set the clock",
  ],
  [
    /^(AccessDenied|AllAccessDisabled|AccountProblem|InvalidSecurity|Forbidden|403)$/,
    ({ bucket }) =>
      `S3_ACCESS_KEY_ID may not do this in the bucket ${bucket}: it needs to list the bucket and to read, write and delete in it`,
  ],
];

const away = /^(E[A-Z_]+|UND_ERR_\w+|TimeoutError|AbortError)$/;
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS|ERR_SSL|EPROTO/;

/** An error of the client in words that name the variable; never a key, a signature or a whole address. */
export function explained(error: unknown, settings: BucketSettings): StoreError {
  if (error instanceof StoreError) return error;
  const { name, code, status } = faultOf(error);
  const cause = [name, code, status || ""].filter(Boolean).join(" ");
  const key = name === "" && status === 403 ? "403" : name;
  const refusal = refusals.find(([pattern]) => pattern.test(key));
  if (refusal) return new StoreError(refusal[1](settings), true, { cause });
  if (untrusted.test(code)) {
    return new StoreError(
      `S3_ENDPOINT: the certificate of ${settings.endpoint} is not trusted; NODE_EXTRA_CA_CERTS names an own authority`,
      true,
      { cause },
    );
  }
  const silent = away.test(code) || away.test(name) || status === 0;
  const what = silent
    ? `S3_ENDPOINT: ${settings.endpoint} does not answer`
    : `the object storage at S3_ENDPOINT answers with ${status}`;
  return new StoreError(what, !silent && status < 500 && status !== 429, { cause });
}
