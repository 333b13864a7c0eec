import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "@/tests/support/database";
import { createFundWorld, type FundWorld } from "./world";

const { db } = useDatabase();
let world: FundWorld;

beforeAll(async () => {
  world = await createFundWorld(db());
});

const ties = async (id: string, who?: Parameters<FundWorld["read"]>[1]) =>
  (await world.read(id, who)).tied.map((one) => [one.tie, one.id]);

const back = (settlesId: string, amount: string) =>
  world.enter({ flow: "refund", source: undefined, settlesId, amount });

describe("behaviour 4.3 where an entry comes from and what became of it", () => {
  test("a receipt names its project, its promise with what binds it, its voucher and whose hands it went through", async () => {
    const promise = await world.promised();
    const receipt = await world.posted({ commitmentId: promise.id });
    const seen = await world.read(receipt.id);
    expect(seen).toMatchObject({
      projectId: world.project.id,
      promise: { amount: "1000.00", instalment: null, proof: "示例协议第 1 号" },
      state: "posted",
      tied: [],
    });
    const { hands } = seen;
    expect([hands?.entered, hands?.checked, hands?.approved, hands?.posted]).not.toContain(null);
  });

  test("what is given back leads to what it was taken from, and the other way round", async () => {
    const receipt = await world.posted();
    const refund = world.value(await back(receipt.id, "40"));
    expect(await ties(refund.id)).toEqual([["settles", receipt.id]]);
    expect(await ties(receipt.id)).toEqual([["settled_by", refund.id]]);
    const [tied] = (await world.read(receipt.id)).tied;
    expect(tied).toMatchObject({ flow: "refund", amount: "-40.00", state: "submitted" });
  });

  test("a reversal and what it reverses lead to each other; one that was rejected leads nowhere", async () => {
    const receipt = await world.posted();
    const wrong = world.value(await world.reverse(receipt.id));
    expect(await ties(wrong.id)).toEqual([["reverses", receipt.id]]);
    expect(await ties(receipt.id)).toEqual([["reversed_by", wrong.id]]);
    world.value(await world.stop("reject", wrong));
    expect(await ties(receipt.id)).toEqual([]);
  });

  test("a party reads the thread of its own money, without names; a draft is its author's alone", async () => {
    const receipt = await world.posted();
    const draft = world.value(
      await world.enter({
        flow: "refund",
        source: undefined,
        settlesId: receipt.id,
        amount: "10",
        draft: true,
      }),
    );
    expect(await ties(receipt.id)).toEqual([["settled_by", draft.id]]);
    expect(await ties(receipt.id, "secretariat2")).toEqual([]);
    expect(await ties(receipt.id, "contact")).toEqual([]);
    const refund = world.value(await back(receipt.id, "20"));
    expect(await ties(receipt.id, "contact")).toEqual([["settled_by", refund.id]]);
    expect((await world.read(receipt.id, "contact")).hands).toBeNull();
    await expect(world.read(receipt.id, "school")).rejects.toMatchObject({ code: "not-found" });
  });
});
