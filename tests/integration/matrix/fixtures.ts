import { access } from "./access";
import { alerts } from "./alerts";
import { alliances } from "./alliances";
import { applications } from "./applications";
import { openCalls } from "./calls";
import { certificates } from "./certificates";
import { agreements, colleges, parks, platforms } from "./colleges";
import { corrections } from "./corrections";
import { enterprises } from "./enterprises";
import { evaluationSchemes, evaluations } from "./evaluations";
import { funds } from "./funds";
import { governance } from "./governance";
import { documents, powers, rules, structure } from "./governing";
import { aims } from "./homes";
import { indicators } from "./indicators";
import type { Fixture } from "./kit";
import { sittings } from "./meetings";
import { members } from "./members";
import { minutes } from "./minutes";
import { imports, mergers, organizations, sharedChanges } from "./organizations";
import { results } from "./outcomes";
import { projectWork } from "./project-work";
import { projects } from "./projects";
import { comparing } from "./regions";
import { reporting } from "./reporting";
import { reports } from "./reports";
import { elections, life, seats } from "./seats";
import { subscriptions } from "./subscriptions";
import { talent } from "./talent";
import { following } from "./tasks";
import { verification } from "./verification";
import { votes } from "./votes";

/** One entry per operation; an operation without one fails by its name. */
export const fixtures: Record<string, Fixture> = {
  ...access,
  ...alliances,
  ...applications,
  ...governance,
  ...sittings,
  ...votes,
  ...minutes,
  ...following,
  ...members,
  ...organizations,
  ...imports,
  ...sharedChanges,
  ...mergers,
  ...seats,
  ...life,
  ...elections,
  ...rules,
  ...documents,
  ...structure,
  ...powers,
  ...agreements,
  ...platforms,
  ...parks,
  ...colleges,
  ...projects,
  ...projectWork,
  ...funds,
  ...enterprises,
  ...results,
  ...evaluationSchemes,
  ...corrections,
  ...certificates,
  ...evaluations,
  ...verification,
  ...openCalls,
  ...reports,
  ...talent,
  ...aims,
  ...subscriptions,
  ...alerts,
  ...comparing,
  ...indicators,
  ...reporting,
};
