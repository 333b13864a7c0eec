export const dynamic = "force-dynamic";

const rows = Array.from({ length: 50 }, (_, index) => ({
  id: index,
  name: `示例企业 ${String(index).padStart(3, "0")}`,
  kind: "企业",
  position: "理事单位",
  since: "2023-10-01",
}));

/** The floor of a page: a table of fifty rows that nothing had to be asked for. */
export default function Page() {
  return (
    <main>
      <h1>成员</h1>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.name}</td>
              <td>{row.kind}</td>
              <td>{row.position}</td>
              <td>{row.since}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
