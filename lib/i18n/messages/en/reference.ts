import type { Translated } from "../translated";
import type { reference as zh } from "../zh-CN/reference";

export const reference: Translated<typeof zh> = {
  title: "API reference",
  lead: "Whatever a page can do, a program can do with the same rights. This page is made from the definitions that check every call.",
  skip: "Skip to content",
  home: "Back to the portal",
  document: "OpenAPI 3.1 document",
  contents: "Operations",
  basics: "How to call it",
  server: "Address",
  authentication:
    "Header Authorization: Bearer KEY. A key is created under “My account” and shown once; it has its owner’s rights and no more, and can be limited to reading.",
  writes:
    "Writes accept the header Idempotency-Key: the same key with the same content takes effect once and gives the first answer again; with other content it is 409.",
  values:
    "Money is text in yuan with two decimals, instants are ISO 8601 with a zone, days are YYYY-MM-DD. Unknown parameters are refused.",
  errors: "An error holds code, message and requestId, and issues where a field is at fault.",
  parameters: "Parameters",
  body: "Request body",
  answer: "Answer",
  refusals: "Possible refusals",
  example: "Example",
  name: "Name",
  place: "Place",
  type: "Type",
  required: "Required",
  yes: "yes",
  no: "no",
  none: "None",
};
