import { describe, expect, test } from "vitest";
import { readEnv, readFileSettings } from "../env";
import { bucketOf } from "./settings";

const all = {
  S3_ENDPOINT: "https://s3.example.org",
  S3_BUCKET: "alliance-files",
  S3_ACCESS_KEY_ID: "key-of-test",
  S3_SECRET_ACCESS_KEY: "secret-of-test",
};
const others = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  AUTH_SECRET: "0".repeat(32),
  APP_URL: "https://portal.example",
};
const read = (variables: Record<string, string>) => bucketOf(readFileSettings(variables));

describe("where files are kept", () => {
  test("nothing is set, or set to nothing: the folder", () => {
    expect(read({})).toBeUndefined();
    expect(read({ S3_ENDPOINT: "", S3_BUCKET: "", S3_REGION: "cn-east-3" })).toBeUndefined();
  });

  test("all four: the bucket, with the usual region and the bucket's name in the path", () => {
    expect(read(all)).toEqual({
      endpoint: "https://s3.example.org",
      bucket: "alliance-files",
      region: "us-east-1",
      accessKeyId: "key-of-test",
      secretAccessKey: "secret-of-test",
      pathStyle: true,
    });
    expect(read({ ...all, S3_REGION: "cn-north-1", S3_PATH_STYLE: "0" })).toMatchObject({
      region: "cn-north-1",
      pathStyle: false,
    });
  });

  test.each(Object.keys(all))("without %s the others are refused, and it is named", (name) => {
    expect(() => read({ ...all, [name]: "" })).toThrow(new RegExp(`\n  ${name} is missing: `));
  });

  const wrong: [string, string, RegExp][] = [
    ["S3_ENDPOINT", "s3.example.org", /S3_ENDPOINT must be the object storage's address/],
    ["S3_ENDPOINT", "ftp://s3.example.org", /S3_ENDPOINT must be the object storage's address/],
    ["S3_ENDPOINT", "https://s3.example.org/alliance", /S3_ENDPOINT must be the address alone/],
    ["S3_ENDPOINT", "https://a:b@s3.example.org", /S3_ENDPOINT must be the address alone/],
    ["S3_ENDPOINT", "http://s3.example.org", /S3_ENDPOINT must begin with https/],
    ["S3_ENDPOINT", "http://localhost.example.org", /S3_ENDPOINT must begin with https/],
    ["S3_BUCKET", "Alliance_Files", /S3_BUCKET must be a bucket's name/],
    ["S3_REGION", "east 3", /S3_REGION must be a region's name/],
    ["S3_PATH_STYLE", "yes", /S3_PATH_STYLE must be 1 or 0/],
    ["S3_ALLOW_HTTP", "true", /S3_ALLOW_HTTP must be 1 or unset/],
  ];
  test.each(wrong)("%s=%s is refused by name, and no key is told", (name, value, words) => {
    const given = { ...all, [name]: value };
    expect(() => read(given)).toThrow(words);
    expect(() => read(given)).not.toThrow(/(key|secret)-of-test/);
    expect(() => readEnv({ ...others, ...given })).toThrow(words);
  });

  test.each(["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000"])(
    "%s crosses no network",
    (endpoint) => expect(read({ ...all, S3_ENDPOINT: endpoint })).toMatchObject({ endpoint }),
  );

  test("plain http goes where somebody says that it may", () =>
    expect(
      read({ ...all, S3_ENDPOINT: "http://minio.example.org:9000", S3_ALLOW_HTTP: "1" }),
    ).toMatchObject({ endpoint: "http://minio.example.org:9000" }));
});
