import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { defineWhole } from "@/lib/platform/corridor/whole";
import { createTask } from "./commands/create";
import { remindOwners } from "./commands/remind";
import { acceptTask, changeTask, dropTask, reportTask, returnTask } from "./commands/steps";
import { getTask } from "./queries/get";
import { listTasks } from "./queries/list";
import { listOwners } from "./queries/owners";
import {
  acceptTaskInput,
  changeTaskInput,
  createTaskInput,
  dropTaskInput,
  getTaskInput,
  getTaskOutput,
  listOwnersInput,
  listOwnersOutput,
  listTasksInput,
  listTasksOutput,
  remindInput,
  remindOutput,
  reportTaskInput,
  returnTaskInput,
  taskOutput,
} from "./schema";

export const listTasksQuery = defineQuery({
  id: "tasks.list",
  path: "/alliances/{alliance}/tasks",
  place: "tenant",
  summary: "Tasks that follow from resolutions",
  permission: permission("resolution.track_execution"),
  input: listTasksInput,
  output: listTasksOutput,
  run: listTasks,
});

export const exportTasksQuery = defineWhole(listTasksQuery, {
  id: "tasks.export",
  summary: "The filtered list of tasks as a table; each time is recorded",
  permission: permission("export.table"),
  subject: "task",
  own: (row) => [row.organization?.id],
});

export const getTaskQuery = defineQuery({
  id: "tasks.get",
  path: "/alliances/{alliance}/tasks/{taskId}",
  place: "tenant",
  summary: "One task with everything that happened to it",
  permission: permission("resolution.track_execution"),
  input: getTaskInput,
  output: getTaskOutput,
  run: getTask,
});

export const listOwnersQuery = defineQuery({
  id: "tasks.owners",
  path: "/alliances/{alliance}/task-owners",
  place: "tenant",
  summary: "Whom a task can be given to",
  permission: permission("task.manage"),
  input: listOwnersInput,
  output: listOwnersOutput,
  run: listOwners,
});

export const createTaskCommand = defineCommand({
  id: "tasks.create",
  path: "/alliances/{alliance}/tasks",
  place: "tenant",
  summary: "Gives a task to a named person",
  permission: permission("task.manage"),
  refusals: ["due-in-past", "person-unknown", "not-a-member-organization", "resolution-over"],
  input: createTaskInput,
  output: taskOutput,
  run: createTask,
});

export const reportTaskCommand = defineCommand({
  id: "tasks.report",
  path: "/alliances/{alliance}/tasks/{taskId}/report",
  place: "tenant",
  summary: "Reports progress, or that a task is done",
  permission: permission("task.report"),
  refusals: ["wrong-state", "file-not-yours"],
  input: reportTaskInput,
  output: taskOutput,
  run: reportTask,
});

export const acceptTaskCommand = defineCommand({
  id: "tasks.accept",
  path: "/alliances/{alliance}/tasks/{taskId}/accept",
  place: "tenant",
  summary: "Accepts a task as done",
  permission: permission("task.manage"),
  refusals: ["wrong-state", "own-task"],
  input: acceptTaskInput,
  output: taskOutput,
  run: acceptTask,
});

export const returnTaskCommand = defineCommand({
  id: "tasks.giveBack",
  path: "/alliances/{alliance}/tasks/{taskId}/return",
  place: "tenant",
  summary: "Gives a reported task back",
  permission: permission("task.manage"),
  refusals: ["wrong-state"],
  input: returnTaskInput,
  output: taskOutput,
  run: returnTask,
});

export const changeTaskCommand = defineCommand({
  id: "tasks.change",
  path: "/alliances/{alliance}/tasks/{taskId}/change",
  place: "tenant",
  summary: "Another day or another owner",
  permission: permission("task.manage"),
  refusals: [
    "wrong-state",
    "nothing-changed",
    "due-in-past",
    "person-unknown",
    "not-a-member-organization",
  ],
  input: changeTaskInput,
  output: taskOutput,
  run: changeTask,
});

export const dropTaskCommand = defineCommand({
  id: "tasks.drop",
  path: "/alliances/{alliance}/tasks/{taskId}/drop",
  place: "tenant",
  summary: "Drops a task with its reason",
  permission: permission("task.manage"),
  refusals: ["wrong-state"],
  input: dropTaskInput,
  output: taskOutput,
  run: dropTask,
});

export const remindCommand = defineCommand({
  id: "tasks.remind",
  path: "/alliances/{alliance}/task-reminders",
  place: "tenant",
  summary: "Reminds the owners of tasks whose day is near or past",
  permission: permission("task.manage"),
  refusals: [],
  input: remindInput,
  output: remindOutput,
  run: remindOwners,
});
