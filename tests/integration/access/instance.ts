import { createInterface } from "node:readline";
import { checkCredentials } from "@/lib/platform/auth/accounts";

// A second instance of the application, for tests: one attempt per line of its input, one verdict per line of output.
for await (const line of createInterface({ input: process.stdin })) {
  const { email, password, address } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(await checkCredentials({ email, password }, address))}\n`);
}
