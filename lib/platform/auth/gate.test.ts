import { describe, expect, it } from "vitest";
import { gate } from "./gate";

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("gate", () => {
  it("lets four run at once, keeps the order, and refuses beyond the line", async () => {
    const pass = gate(4, 3);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const task = (n: number) =>
      pass(async () => {
        running += 1;
        most = Math.max(most, running);
        await settle();
        running -= 1;
        order.push(n);
      });
    const all = Array.from({ length: 8 }, (_, n) =>
      task(n).then(
        () => "done",
        (e) => e.code,
      ),
    );
    expect(await Promise.all(all)).toEqual([...Array(7).fill("done"), "unavailable"]);
    expect(most).toBe(4);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("frees the place of a task that failed", async () => {
    const pass = gate(1, 5);
    const failed = pass(async () => Promise.reject(new Error("broken")));
    await expect(failed).rejects.toThrow("broken");
    await expect(pass(async () => "open")).resolves.toBe("open");
  });
});
