import {
  environment,
  localFormats,
  manyRows,
  time,
  transactions,
  unsafeHtml,
  unsafeSql,
} from "./bans";
import { directions } from "./directions";
import { doorExports, serverOnly } from "./doors";
import { packageHomes } from "./packages";
import { oneDoor, roomNames, roomSizes } from "./rooms";
import { storeyOrder } from "./storeys";
import { finished, nobodysData, screenWords } from "./words";

export const houseRules = [
  directions,
  storeyOrder,
  packageHomes,
  roomNames,
  roomSizes,
  oneDoor,
  doorExports,
  serverOnly,
  environment,
  transactions,
  time,
  unsafeSql,
  localFormats,
  unsafeHtml,
  manyRows,
  screenWords,
  finished,
  nobodysData,
];
