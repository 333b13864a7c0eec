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

/** Ten connections for some seconds; the first second only warms up. */
export async function load(target: Target, secondsLong = 6): Promise<Load> {
  await drive(target, 1);
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
