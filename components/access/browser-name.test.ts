import { expect, it } from "vitest";
import { browserName } from "./browser-name";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

it.each([
  [chrome, { browser: "Chrome", system: "Windows" }],
  [`${chrome} Edg/150.0.0.0`, { browser: "Edge", system: "Windows" }],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) MicroMessenger/9.0",
    { browser: "微信", system: "iPhone" },
  ],
  ["curl/8.5.0", {}],
  [null, {}],
])("recognises a device: %s", (agent, name) => expect(browserName(agent)).toEqual(name));
