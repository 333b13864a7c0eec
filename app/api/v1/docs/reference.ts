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

/** Folded: hundreds of operations unfolded are a page that no browser draws in a moment. A search in the page unfolds. */
function section(words: Words, server: string, entry: Entry, first: boolean): Markup {
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
<details${first ? html` open` : html``}><summary>${words.details}</summary>
<h4>${words.parameters}</h4>${table(words, [words.name, words.place, words.type, words.required], parameters)}
${operation.requestBody && html`<h4>${words.body}</h4>${fieldTable(words, fieldsOf(schemaOf(operation.requestBody)))}`}
<h4>${words.answer} (200)</h4>${fieldTable(words, fieldsOf(schemaOf(operation.responses["200"])))}
${refusals(words, operation)}
<h4>${words.example}</h4>${example(server, entry)}
</details></section>`;
}

const groupsOf = (document: Document): [string, Entry[]][] => {
  const groups = new Map<string, Entry[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? "";
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, operation }]);
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

const contents = (words: Words, groups: readonly [string, Entry[]][]): Markup =>
  html`<nav aria-label="${words.contents}">${groups.map(
    ([tag, entries]) =>
      html`<details><summary>${tag}</summary><ul>${entries.map(
        ({ operation }) =>
          html`<li><a href="#${operation.operationId}">${operation.operationId}</a></li>`,
      )}</ul></details>`,
  )}</nav>`;

/** The reference as one page: everything a reader or a search in the page needs is in it. */
export function referencePage(document: Document, words: Words, language: string): string {
  const server = document.servers[0]?.url ?? "";
  const groups = groupsOf(document);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title><style>${style}</style></head>
<body><a class="skip" href="#main">${words.skip}</a>
<header><p><a href="/">${words.home}</a></p><h1>${words.title}</h1><p>${words.lead}</p></header>
<div class="page">${contents(words, groups)}<main id="main" tabindex="-1">
<h2>${words.basics}</h2>
<p>${words.server}: <code>${server}</code> · <a href="/api/v1/openapi.json">${words.document}</a></p>
<ul><li>${words.authentication}</li><li>${words.writes}</li><li>${words.values}</li><li>${words.errors}</li></ul>
${groups.map(([tag, entries]) => html`<h2>${tag}</h2>${entries.map((entry, at) => section(words, server, entry, at === 0))}`)}
</main></div></body></html>`.text;
}
