/** What one party promised, gave and spent, in fen. */
export type PartyFlow = {
  organizationId: string;
  name: string;
  promised: bigint;
  received: bigint;
  spent: bigint;
};

/** A place that money passes: a party that gives, the pool, a party that spends, or what is still open. */
export type FlowNode = {
  kind:
    | "giver"
    | "others-give"
    | "received"
    | "open"
    | "carried"
    | "spender"
    | "others-spend"
    | "kept";
  organizationId: string | null;
  name: string | null;
  /** Parties that the node stands for. */
  parties: number;
};

export type FlowLink = { from: number; to: number; value: bigint };
export type Flow = { nodes: FlowNode[]; links: FlowLink[] };

/** More bands than these cannot be told apart; the rest stand together. */
const GIVERS = 8;
const SPENDERS = 6;

type Band = { node: FlowNode; promised: bigint; received: bigint; spent: bigint };

const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);

function bands(
  parties: readonly PartyFlow[],
  size: (party: PartyFlow) => bigint,
  keep: number,
  kinds: readonly [FlowNode["kind"], FlowNode["kind"]],
): Band[] {
  const filled = parties
    .filter((party) => size(party) > 0n)
    .sort((a, b) => (size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : a.name < b.name ? -1 : 1));
  // One party alone behind "others" is shown by its name.
  const cut = filled.length === keep + 1 ? keep + 1 : keep;
  const rest = filled.slice(cut);
  const sum = (of: (party: PartyFlow) => bigint) =>
    rest.reduce((total, party) => total + of(party), 0n);
  const named = filled.slice(0, cut).map(({ organizationId, name, ...money }) => ({
    node: { kind: kinds[0], organizationId, name, parties: 1 },
    ...money,
  }));
  if (rest.length === 0) return named;
  const others: Band = {
    node: { kind: kinds[1], organizationId: null, name: null, parties: rest.length },
    promised: sum((party) => most(party.promised, party.received)),
    received: sum(({ received }) => received),
    spent: sum(({ spent }) => spent),
  };
  return [...named, others];
}

/**
 * Promised → received → spent, by party. What was promised and has not come stands as open, and what came and was not
 * spent as kept, so that nothing is lost on the way; what was spent beyond what came was carried over from elsewhere.
 */
export function flowOf(parties: readonly PartyFlow[]): Flow {
  const givers = bands(parties, ({ promised, received }) => most(promised, received), GIVERS, [
    "giver",
    "others-give",
  ]);
  const spenders = bands(parties, ({ spent }) => spent, SPENDERS, ["spender", "others-spend"]);
  const came = givers.reduce((sum, { received }) => sum + most(received, 0n), 0n);
  const gone = spenders.reduce((sum, { spent }) => sum + spent, 0n);
  const nodes: FlowNode[] = [];
  const links: FlowLink[] = [];
  const place = (node: FlowNode): number => nodes.push(node) - 1;
  const bare = (kind: FlowNode["kind"]): FlowNode => ({
    kind,
    organizationId: null,
    name: null,
    parties: 0,
  });
  const link = (from: number, to: () => number, value: bigint) => {
    if (value > 0n) links.push({ from, to: to(), value });
  };
  const once = (kind: FlowNode["kind"]) => {
    let at: number | undefined;
    return () => {
      at ??= place(bare(kind));
      return at;
    };
  };
  const [received, open, kept] = [once("received"), once("open"), once("kept")];
  for (const { node, promised, received: given } of givers) {
    const from = place(node);
    link(from, received, given);
    link(from, open, promised - most(given, 0n));
  }
  if (gone > came) link(place(bare("carried")), received, gone - came);
  for (const { node, spent } of spenders) {
    const to = place(node);
    link(received(), () => to, spent);
  }
  if (came > gone) link(received(), kept, came - gone);
  return { nodes, links };
}
