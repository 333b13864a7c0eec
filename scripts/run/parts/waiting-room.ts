import { createServer } from "node:http";

/**
 * Answers on the portal's port until the portal does: alive, not ready (F-01). Who watches the process by its address
 * would otherwise kill it while it waits for its database, migrates or builds.
 * @returns closes it and gives the port back
 */
export async function openWaitingRoom(port: number, host: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const alive = request.url?.split("?")[0] === "/livez";
    response.writeHead(alive ? 200 : 503, {
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      Connection: "close",
      ...(alive ? {} : { "Retry-After": "5" }),
    });
    response.end(JSON.stringify({ status: alive ? "ok" : "starting" }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
