import Link from "next/link";

/** `key` where two rows may have one label. */
export type TableRow = {
  key?: string | undefined;
  label: string;
  href?: string | undefined;
  cells: readonly string[];
};

/** The numbers of a chart. */
export function ChartTable({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly TableRow[];
}) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-muted">
          {heads.map((head, place) => (
            <th
              key={head}
              scope="col"
              className={`px-2 py-1 font-medium ${place ? "text-right" : "text-left"}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key ?? row.label} className="border-b border-line last:border-0">
            <th scope="row" className="px-2 py-1 text-left font-normal">
              {row.href ? <Link href={row.href}>{row.label}</Link> : row.label}
            </th>
            {heads.slice(1).map((head, place) => (
              <td key={head} className="px-2 py-1 text-right tabular-nums">
                {row.cells[place]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
