import type { Translated } from "../translated";
import type { errors as zh } from "../zh-CN/errors";

export const errors: Translated<typeof zh> = {
  malformed: "Some entries need a change; see the marked fields.",
  unauthenticated: "Sign in first; what you typed is kept.",
  forbidden: "You may not do this.",
  "not-found": "This does not exist, or you may not see it.",
  stale: "Somebody has just changed this. Reload, compare, and submit again.",
  "idempotency-conflict":
    "This form was already submitted with other content. Reload the page and try again.",
  "too-large": "The file is too large. Compress it or send it in parts.",
  "too-many": "Too many requests; try again later.",
  unavailable: "The system is busy and nothing was saved. Submit again in a moment.",
  unexpected:
    "Something failed and nothing was saved. Give the administrator the number {requestId}.",
  offline: "The connection is lost; what you typed is kept. Submit again once it is back.",
  unworded:
    "This was not done, and the explanation could not be loaded (code {code}). Reload the page and try again.",
};
