import { expect, test } from "vitest";
import { collect, type Entry } from "./collect";

const entries = (given: Record<string, string | boolean>): Entry[] =>
  Object.entries(given).map(([name, value]) => ({ name, value }));

test("dotted names nest, numbers make lists, blank fields are left out, ticks are true or false", () =>
  expect(
    collect(
      entries({
        title: "示例项目",
        note: "",
        "contact.email": "a@b.example",
        "parties.0.duty": "lead",
        "parties.1.duty": "join",
        agreed: true,
        secret: false,
      }),
    ).input,
  ).toEqual({
    title: "示例项目",
    contact: { email: "a@b.example" },
    parties: [{ duty: "lead" }, { duty: "join" }],
    agreed: true,
    secret: false,
  }));

test("a blank or removed row closes up, and a fault still finds the row on the screen", () => {
  const { input, names } = collect(
    entries({
      "parties.0.duty": "lead",
      "parties.0.name": "甲",
      "parties.2.duty": "",
      "parties.2.name": "",
      "parties.10.duty": "",
      "parties.10.name": "乙",
    }),
  );
  expect(input).toEqual({ parties: [{ duty: "lead", name: "甲" }, { name: "乙" }] });
  expect(names.get("parties.1.duty")).toBe("parties.10.duty");
});

test("boxes of one name give the list of the values ticked, also when none is", () => {
  const boxes = (...ticked: (string | false)[]) =>
    collect(ticked.map((value) => ({ name: "kinds[]", value })));
  expect(boxes("school", false, "enterprise").input).toEqual({ kinds: ["school", "enterprise"] });
  expect(boxes(false, false).input).toEqual({ kinds: [] });
  expect(boxes("school").names.get("kinds")).toBe("kinds[]");
});

test("no name of a field reaches the prototype of objects", () => {
  collect(entries({ "__proto__.polluted": "yes", "constructor.prototype.polluted": "yes" }));
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
