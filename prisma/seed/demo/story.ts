import { peopleRows } from "./people";
import { type DemoRows, together } from "./rows";
import { suzhouAllianceRows } from "./suzhou/alliance";
import { suzhouBodyRows } from "./suzhou/bodies";
import { suzhouCouncilRows } from "./suzhou/council";
import { suzhouMemberRows } from "./suzhou/members";
import { suzhouRuleRows } from "./suzhou/rule-sets";

export type StoryInput = {
  /** One hash for the one password of all accounts. */
  passwordHash: string;
  /** What must lie ahead is dated from this day; nothing else is. */
  today: string;
};

/** The whole demonstration as rows. */
export function tellStory({ passwordHash }: StoryInput): DemoRows {
  return together(
    peopleRows(passwordHash, [], []),
    suzhouMemberRows(),
    suzhouAllianceRows(),
    suzhouBodyRows(),
    suzhouCouncilRows(),
    suzhouRuleRows(),
  );
}
