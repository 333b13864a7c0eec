import type { ReportPaper } from "./report-paper";

/** The text of a report with its headings. Lines may repeat: their place is the key. */
export function ReportText({ paper }: { paper: ReportPaper }) {
  const placed = paper.lines.map((line, place) => ({ ...line, place }));
  return (
    <div className="max-w-prose">
      {placed.map(({ text, heading, place }) =>
        heading ? (
          <h2 key={place} className="mt-4 font-semibold">
            {text}
          </h2>
        ) : (
          <p key={place} className="mt-1 whitespace-pre-line tabular-nums">
            {text}
          </p>
        ),
      )}
      {paper.notes.map((note) => (
        <p key={note} className="mt-4 text-sm break-all text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}
