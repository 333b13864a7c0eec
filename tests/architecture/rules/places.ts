/** Where a file stands in the house. */
export type Place =
  | { room: "feature"; noun: string; kind: string }
  | { room: "drawn"; noun: string }
  | {
      room:
        | "kernel"
        | "i18n"
        | "platform"
        | "kit"
        | "app"
        | "handler"
        | "generated"
        | "seed"
        | "scripts"
        | "tests"
        | "outside";
    };

/** Building blocks that know no noun. */
const kit = new Set(["ui", "forms", "charts", "layout"]);

const rooms: [RegExp, Exclude<Place["room"], "feature" | "drawn">][] = [
  [/^lib\/kernel\//, "kernel"],
  [/^lib\/i18n\//, "i18n"],
  [/^lib\/platform\//, "platform"],
  [/^app\/api\//, "handler"],
  [/^app\/(.*\/)?route$/, "handler"],
  [/^app\//, "app"],
  [/^prisma\/generated\//, "generated"],
  [/^prisma\/seed\//, "seed"],
  [/^scripts\//, "scripts"],
  [/^tests\//, "tests"],
];

/** `path` with or without extension; a test beside a file belongs to that file's room. */
export function placeOf(path: string): Place {
  const bare = path.replace(/\.(tsx?|mjs)$/, "").replace(/\.(test|spec)$/, "");
  const [top, second = "", third = "", fourth] = bare.split("/");
  if (top === "lib" && second === "features") {
    return { room: "feature", noun: third, kind: fourth ?? "" };
  }
  if (top === "components")
    return kit.has(second) ? { room: "kit" } : { room: "drawn", noun: second };
  const found = rooms.find(([pattern]) => pattern.test(bare));
  return { room: found?.[1] ?? "outside" };
}
