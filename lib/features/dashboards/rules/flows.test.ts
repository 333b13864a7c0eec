import { describe, expect, test } from "vitest";
import { flowOf, type PartyFlow } from "./flows";

const party = (name: string, promised: bigint, received: bigint, spent: bigint): PartyFlow => ({
  organizationId: name,
  name,
  promised,
  received,
  spent,
});

/** The links as words, in the order they are drawn. */
const said = (parties: readonly PartyFlow[]): string[] => {
  const { nodes, links } = flowOf(parties);
  const name = (place: number) => nodes[place]?.name ?? nodes[place]?.kind;
  return links.map(({ from, to, value }) => `${name(from)}→${name(to)} ${value}`);
};

describe("promised → received → spent", () => {
  test.each<[string, PartyFlow[], string[]]>([
    ["nothing", [], []],
    ["a promise that has not come is open", [party("A", 10n, 0n, 0n)], ["A→open 10"]],
    [
      "what came and was not spent is kept",
      [party("A", 10n, 6n, 0n), party("B", 0n, 0n, 4n)],
      ["A→received 6", "A→open 4", "received→B 4", "received→kept 2"],
    ],
    [
      "who gave more than was promised owes nothing",
      [party("A", 5n, 8n, 8n)],
      ["A→received 8", "received→A 8"],
    ],
    [
      "spent beyond what came was carried over",
      [party("A", 0n, 3n, 0n), party("B", 0n, 0n, 5n)],
      ["A→received 3", "carried→received 2", "received→B 5"],
    ],
    ["a payment taken back below nothing gives nothing", [party("A", 4n, -1n, 0n)], ["A→open 4"]],
  ])("%s", (_, parties, expected) => expect(said(parties)).toEqual(expected));

  test("many small parties stand together, and nothing is lost on the way", () => {
    const parties = Array.from({ length: 30 }, (_, n) => party(`P${n}`, BigInt(n + 2), 1n, 1n));
    const { nodes, links } = flowOf(parties);
    const others = nodes.find(({ kind }) => kind === "others-give");
    expect(others?.parties).toBe(22);
    const into = (kind: string) =>
      links
        .filter(({ to }) => nodes[to]?.kind === kind)
        .reduce((sum, { value }) => sum + value, 0n);
    expect(into("received")).toBe(30n);
    expect(into("open")).toBe(parties.reduce((sum, { promised }) => sum + promised, 0n) - 30n);
    const out = links
      .filter(({ from }) => nodes[from]?.kind === "received")
      .reduce((sum, { value }) => sum + value, 0n);
    expect(out).toBe(30n);
  });
});
