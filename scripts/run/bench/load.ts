import autocannon from "autocannon";

export interface Load {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  /** Answers that were not 2xx, and connections that broke. */
  faults: number;
}

export interface Target {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  /** A new body for every request. */
  body?: () => string;
}

const CONNECTIONS = 10;

/** Ten connections for some seconds. */
async function load(target: Target, secondsLong: number): Promise<Load> {
  const { result, latencies } = await drive(target, secondsLong);
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    requestsPerSecond: result.requests.average,
    p50: at(0.5),
    p95: at(0.95),
    faults: result.non2xx + result.errors + result.timeouts,
  };
}

const middle = (loads: readonly Load[]): Load => {
  const sorted = loads.toSorted((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error("nothing was measured");
  return { ...found, faults: loads.reduce((sum, one) => sum + one.faults, 0) };
};

const ROUNDS = 3;
const SECONDS = 3;

/**
 * Several targets in turn, three times around, and the median of each: what else the machine does meets all of them
 * alike. Two seconds before it only warm up.
 */
export async function measure(targets: readonly Target[]): Promise<Load[]> {
  for (const target of targets) await drive(target, 2);
  const rounds: Load[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const loads: Load[] = [];
    for (const target of targets) loads.push(await load(target, SECONDS));
    rounds.push(loads);
  }
  return targets.map((_, index) => middle(rounds.flatMap((loads) => loads[index] ?? [])));
}

/**
 * Answers that take seconds, two at a time and each waited for: what is cut off half way would go on in the database and
 * slow down whatever is measured next.
 */
export async function measureSlow(url: string): Promise<Load> {
  const latencies: number[] = [];
  let faults = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 2 }, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const since = performance.now();
        const answer = await fetch(url);
        await answer.arrayBuffer();
        if (!answer.ok) faults += 1;
        latencies.push(performance.now() - since);
      }
    }),
  );
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    requestsPerSecond: (latencies.length * 1000) / (performance.now() - begun),
    p50: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p95: sorted.at(-1) ?? 0,
    faults,
  };
}

function drive(
  { url, method = "GET", headers = {}, body }: Target,
  duration: number,
): Promise<{ result: autocannon.Result; latencies: number[] }> {
  const latencies: number[] = [];
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        method,
        headers,
        duration,
        connections: CONNECTIONS,
        ...(body && {
          setupClient: (client) => {
            client.setBody(body());
            client.on("response", () => client.setBody(body()));
          },
        }),
      },
      (error, result) => (error ? reject(error) : resolve({ result, latencies })),
    );
    instance.on("response", (_client, _status, _bytes, milliseconds) =>
      latencies.push(milliseconds),
    );
  });
}
