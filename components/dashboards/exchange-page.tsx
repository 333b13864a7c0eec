import type { ExchangeBlock, ExchangePaper } from "./exchange-paper";

/** A table wider than a phone scrolls in its frame, which the keyboard must be able to reach (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

type Ruled = Extract<ExchangeBlock, { kind: "table" }>;

function RuledTable({ block }: { block: Ruled }) {
  const { head, rows } = block.table;
  return (
    <section
      {...reachable}
      aria-label={block.title}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="mt-2 w-full border-collapse text-sm leading-6">
        <caption className="sr-only">{block.title}</caption>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col" className="border border-line px-2 py-1 text-left">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, place) => (
                <td key={head[place]} className="border border-line px-2 py-1 break-words">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Block({ block }: { block: ExchangeBlock }) {
  if (block.kind === "table") return <RuledTable block={block} />;
  if (block.kind === "heading") return <h2 className="mt-5 text-lg font-semibold">{block.text}</h2>;
  const note = block.kind === "note";
  return <p className={note ? "mt-2 text-sm leading-6" : "indent-8 break-words"}>{block.text}</p>;
}

/** The material as it is printed: the width of A4. */
export function ExchangePage({ paper }: { paper: ExchangePaper }) {
  const placed = paper.blocks.map((block, place) => ({ block, place }));
  return (
    <article className="mx-auto max-w-[210mm] border border-line bg-surface p-6 font-serif text-base leading-8 sm:p-12 print:max-w-none print:border-0 print:p-0">
      <h1 className="text-center text-2xl font-semibold text-balance">{paper.title}</h1>
      {paper.cover.map((line) => (
        <p key={line} className="mt-2 text-center">
          {line}
        </p>
      ))}
      {placed.map(({ block, place }) => (
        <Block key={place} block={block} />
      ))}
    </article>
  );
}
