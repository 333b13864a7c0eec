import type { messages } from "@/lib/i18n/messages/zh-CN";
import { type Field, fieldsOf, type Schema, typeOf } from "./fields";
import { html, type Markup } from "./html";
import { style } from "./style";

type Words = { [key in keyof (typeof messages)["reference"]]: string };
type Content = { content?: Record<string, { schema: Schema }>; description?: string };

export type Operation = {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content>;
};

export type Document = {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
};

type Entry = { path: string; method: string; operation: Operation };

const schemaOf = (content: Content | undefined): Schema =>
  content?.content?.["application/json"]?.schema ?? {};

function table(
  words: Words,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  if (rows.length === 0) return html`<p class="muted">${words.none}</p>`;
  return html`<div class="scroll"><table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => (at === 0 ? html`<td><code>${cell}</code></td>` : html`<td>${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}

const yesNo = (words: Words, is: boolean) => (is ? words.yes : words.no);

const fieldTable = (words: Words, fields: readonly Field[]) =>
  table(
    words,
    [words.name, words.type, words.required],
    fields.map((field) => [field.name, field.type, yesNo(words, field.required)]),
  );

/** Refusals of a command stand in the description of its 409. */
function refusals(words: Words, { responses }: Operation): Markup | undefined {
  const told = responses["409"]?.description;
  return told ? html`<h4>${words.refusals} (409)</h4><p><code>${told}</code></p>` : undefined;
}

function example(server: string, { path, method, operation }: Entry): Markup {
  const lines = [
    `curl -X ${method.toUpperCase()} "${server}${path}"`,
    '  -H "Authorization: Bearer $KEY"',
    ...(operation.requestBody
      ? [
          '  -H "Content-Type: application/json"',
          '  -H "Idempotency-Key: $(uuidgen)"',
          "  -d @body.json",
        ]
      : []),
  ];
  return html`<pre tabindex="0">${lines.join(" \\\n")}</pre>`;
}

function section(words: Words, server: string, entry: Entry): Markup {
  const { path, method, operation } = entry;
  const parameters = operation.parameters.map((one) => [
    one.name,
    one.in,
    typeOf(one.schema ?? {}),
    yesNo(words, one.required),
  ]);
  return html`<section class="operation" id="${operation.operationId}" aria-labelledby="${operation.operationId}-name">
<h3 id="${operation.operationId}-name"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary} <span class="muted">· ${operation.operationId}</span></p>
<h4>${words.parameters}</h4>${table(words, [words.name, words.place, words.type, words.required], parameters)}
${operation.requestBody && html`<h4>${words.body}</h4>${fieldTable(words, fieldsOf(schemaOf(operation.requestBody)))}`}
<h4>${words.answer} (200)</h4>${fieldTable(words, fieldsOf(schemaOf(operation.responses["200"])))}
${refusals(words, operation)}
<h4>${words.example}</h4>${example(server, entry)}
</section>`;
}

type Group = [string, Entry[]];

const groupsOf = (document: Document): Group[] => {
  const groups = new Map<string, Entry[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? "";
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, operation }]);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

const nounAddress = (tag: string) => `/api/v1/docs?noun=${encodeURIComponent(tag)}`;

const contents = (words: Words, groups: readonly Group[], noun: string | undefined): Markup =>
  html`<nav aria-label="${words.contents}"><ul>${groups.map(
    ([tag]) =>
      html`<li><a href="${nounAddress(tag)}"${tag === noun ? html` aria-current="page"` : html``}>${tag}</a></li>`,
  )}</ul></nav>`;

/** Every operation with its way and what it is for; what goes in and comes out stands on the page of its noun. */
const overview = (groups: readonly Group[]): Markup =>
  html`${groups.map(
    ([tag, entries]) =>
      html`<h2>${tag}</h2><ul class="operations">${entries.map(
        ({ path, method, operation }) =>
          html`<li><a href="${nounAddress(tag)}#${operation.operationId}">${operation.operationId}</a> <code>${method.toUpperCase()} ${path}</code> ${operation.summary}</li>`,
      )}</ul>`,
  )}`;

/**
 * The reference: an overview of every operation, and a page for each noun with all of its fields. In one page hundreds of
 * operations are more than a browser draws in a moment.
 */
export function referencePage(
  document: Document,
  words: Words,
  language: string,
  asked?: string,
): string {
  const server = document.servers[0]?.url ?? "";
  const groups = groupsOf(document);
  const chosen = groups.find(([tag]) => tag === asked);
  const title = chosen ? `${chosen[0]} · ${words.title}` : words.title;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><a class="skip" href="#main">${words.skip}</a>
<header><p><a href="/">${words.home}</a>${chosen && html` · <a href="/api/v1/docs">${words.title}</a>`}</p><h1>${title}</h1><p>${words.lead}</p></header>
<div class="page">${contents(words, groups, chosen?.[0])}<main id="main" tabindex="-1">
<h2>${words.basics}</h2>
<p>${words.server}: <code>${server}</code> · <a href="/api/v1/openapi.json">${words.document}</a></p>
<ul><li>${words.authentication}</li><li>${words.writes}</li><li>${words.values}</li><li>${words.errors}</li></ul>
${chosen ? html`<h2>${chosen[0]}</h2>${chosen[1].map((entry) => section(words, server, entry))}` : overview(groups)}
</main></div></body></html>`.text;
}
