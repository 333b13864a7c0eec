import { fields } from "./fields";
import { cooperating } from "./refusals/cooperating";
import { founding } from "./refusals/founding";
import { governing } from "./refusals/governing";
import { reporting } from "./refusals/reporting";
import { verifying } from "./refusals/verifying";

/** What an answer to a form may say; a browser asks for these words when it sends one. */
export const answers = {
  fields,
  refusals: { ...founding, ...governing, ...cooperating, ...reporting, ...verifying },
};
