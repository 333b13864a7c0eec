import { describe, expect, test } from "vitest";
import { takes } from "./coding";

describe("Accept-Encoding", () => {
  test.each([
    ["br", true, false],
    ["gzip, deflate, br, zstd", true, true],
    ["gzip;q=0.8, br;q=0.9", true, true],
    ["br;q=0.001", true, false],
    ["br;q=0", false, false],
    ["br; q=0.000, gzip", false, true],
    ["BR, GZIP;Q=0", true, false],
    ["gzip", false, true],
    ["brx, xgzip", false, false],
    ["xbr", false, false],
    ["*", false, false],
    ["", false, false],
    [undefined, false, false],
  ])("%s: Brotli %s, gzip %s", (accepted, brotli, gzip) => {
    expect([takes("br", accepted), takes("gzip", accepted)]).toEqual([brotli, gzip]);
  });
});
