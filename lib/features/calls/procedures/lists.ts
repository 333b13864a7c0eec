import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { confirmItem, createItem, itemToCall, updateItem, withdrawItem } from "../commands/lists";
import { exportItems, listItems } from "../queries/lists";
import {
  createItemInput,
  exportedItems,
  exportItemsInput,
  itemAnswer,
  itemStepInput,
  itemsPage,
  listItemsInput,
  toCallAnswer,
  updateItemInput,
} from "../schema/lists";

const place = "tenant" as const;
const root = "/alliances/{alliance}/lists" as const;
const one = `${root}/{id}` as const;
const output = itemAnswer;

export const listItemsQuery = defineQuery({
  id: "lists.list",
  path: root,
  place,
  summary: "One of the three living lists: core products, technology demands, talent demands",
  permission: permission("list.read"),
  input: listItemsInput,
  output: itemsPage,
  run: listItems,
});

export const exportItemsQuery = defineQuery({
  id: "lists.exported",
  path: `${root}/exported`,
  place,
  summary: "A whole list as a table",
  permission: permission("export.table"),
  input: exportItemsInput,
  output: exportedItems,
  run: exportItems,
});

export const createItemCommand = defineCommand({
  id: "lists.create",
  path: root,
  place,
  summary: "Adds a line to a list",
  permission: permission("list.edit"),
  refusals: ["not-a-member"],
  limits: [{ per: "browser", count: 200, seconds: 3600 }],
  input: createItemInput,
  output,
  run: createItem,
});

export const updateItemCommand = defineCommand({
  id: "lists.update",
  path: one,
  place,
  method: "PUT",
  summary: "Edits a line, which confirms it",
  permission: permission("list.edit"),
  refusals: ["list-item-ended"],
  input: updateItemInput,
  output,
  run: updateItem,
});

export const confirmItemCommand = defineCommand({
  id: "lists.confirm",
  path: `${one}/confirm`,
  place,
  summary: "Confirms a line for another 180 days",
  permission: permission("list.edit"),
  refusals: ["list-item-ended"],
  input: itemStepInput,
  output,
  run: confirmItem,
});

export const withdrawItemCommand = defineCommand({
  id: "lists.withdraw",
  path: `${one}/withdraw`,
  place,
  summary: "Takes a line off its list",
  permission: permission("list.edit"),
  refusals: ["list-item-ended"],
  input: itemStepInput,
  output,
  run: withdrawItem,
});

export const itemToCallCommand = defineCommand({
  id: "lists.toCall",
  path: `${one}/to-call`,
  place,
  summary: "Makes a draft of a call out of a technology demand",
  permission: permission("call.post"),
  refusals: [
    "list-item-ended",
    "list-not-technology",
    "list-lacks-budget",
    "list-called-already",
    "not-a-member",
    "call-needed-too-soon",
  ],
  input: itemStepInput,
  output: toCallAnswer,
  run: itemToCall,
});
