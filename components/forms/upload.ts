import { documentLimit } from "@/lib/kernel/file-size";
import type { Issue, Refused } from "./types";

/** What the upload route answers with, or why it did not. */
export type Upload = { ok: true; id: string } | ({ ok: false } & Refused);

const read = (text: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
};

const isIssue = (value: unknown): value is Issue =>
  typeof value === "object" &&
  value !== null &&
  typeof Reflect.get(value, "path") === "string" &&
  typeof Reflect.get(value, "message") === "string";

/** Sends a file as the body of one request. XMLHttpRequest, because `fetch` tells nothing of the progress. */
export function upload(
  tenant: string,
  file: File,
  onProgress: (percent: number) => void,
  /** Another address than the usual one, for files that are kept in a way of their own. */
  to = `/api/files/${encodeURIComponent(tenant)}`,
): { done: Promise<Upload>; stop: () => void } {
  const request = new XMLHttpRequest();
  // Said before the first byte: on a phone sixty megabytes take minutes.
  if (file.size > documentLimit) {
    const done = Promise.resolve<Upload>({
      ok: false,
      code: "too-large",
      requestId: "",
      issues: [],
    });
    return { done, stop: () => undefined };
  }
  const done = new Promise<Upload>((resolve) => {
    request.open("PUT", `${to}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.upload.onprogress = (event) =>
      onProgress(Math.floor((event.loaded / Math.max(1, event.total)) * 100));
    request.onload = () => {
      const { id, code, issues, requestId } = read(request.responseText);
      if (request.status < 300 && typeof id === "string") return resolve({ ok: true, id });
      resolve({
        ok: false,
        code: typeof code === "string" ? code : request.status === 413 ? "too-large" : "unexpected",
        requestId: typeof requestId === "string" ? requestId : "",
        issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
      });
    };
    request.onerror = () => resolve({ ok: false, code: "offline", requestId: "" });
    request.onabort = () => resolve({ ok: false, code: "aborted", requestId: "" });
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}
