import type { ReactNode } from "react";

type Props = {
  title: string;
  number?: ReactNode;
  subtitle?: ReactNode;
  paragraphs: readonly string[];
  closing: readonly ReactNode[];
  notes?: readonly ReactNode[];
};

/** A page for the printer in the layout of official papers: the width of A4, title, number, text, place of the seal. */
export function OfficialPage({ title, number, subtitle, paragraphs, closing, notes = [] }: Props) {
  // Paragraphs of a paper may repeat: their place is the key.
  const placed = (parts: readonly ReactNode[]) => parts.map((part, place) => ({ part, place }));
  return (
    <article className="mx-auto max-w-[210mm] border border-line bg-surface p-6 font-serif text-base leading-8 sm:p-12 print:max-w-none print:border-0 print:p-0">
      <h1 className="text-center text-2xl font-semibold text-balance">{title}</h1>
      {number && <p className="mt-2 text-center">{number}</p>}
      {subtitle && <p className="text-center">{subtitle}</p>}
      <div className="mt-6">
        {placed(paragraphs).map(({ part, place }) => (
          <p key={place} className="indent-8 break-words whitespace-pre-line">
            {part}
          </p>
        ))}
      </div>
      <div className="mt-12 break-inside-avoid pr-8 text-right">
        {placed(closing).map(({ part, place }) => (
          <p key={place}>{part}</p>
        ))}
      </div>
      {notes.length > 0 && (
        <div className="mt-8 text-sm leading-6 break-all">
          {placed(notes).map(({ part, place }) => (
            <p key={place}>{part}</p>
          ))}
        </div>
      )}
    </article>
  );
}
