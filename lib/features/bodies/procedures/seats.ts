import { permission } from "@/lib/features/access/policy";
import { defineCommand, defineQuery } from "@/lib/platform/corridor/use-case";
import { appoint, appointRefusals } from "../commands/appoint";
import { delegateRefusals, endDelegate, nameDelegate } from "../commands/delegates";
import { confirmEnding, proposeEnding, rejectEnding } from "../commands/end-seat";
import { addComposition, addSeats, endComposition, openTerm } from "../commands/terms";
import { readRadar } from "../queries/radar";
import { readBodySeats } from "../queries/seats";
import {
  addCompositionInput,
  addCompositionOutput,
  addSeatsInput,
  addSeatsOutput,
  appointInput,
  appointOutput,
  bodySeatsInput,
  bodySeatsOutput,
  decideEndingInput,
  delegateInput,
  delegateOutput,
  endCompositionInput,
  endDelegateInput,
  endDelegateOutput,
  endingOutput,
  openTermInput,
  openTermOutput,
  proposeEndingInput,
  radarInput,
  radarOutput,
} from "../schema/seats";

const root = "/alliances/{alliance}";

export const bodySeatsQuery = defineQuery({
  id: "bodies.seats",
  path: `${root}/bodies/{bodyId}/seats`,
  place: "tenant",
  summary: "Seats of a body today: holders, delegates, letters, vacancies, composition",
  permission: permission("seat.read_internal"),
  input: bodySeatsInput,
  output: bodySeatsOutput,
  run: readBodySeats,
});

export const termRadarQuery = defineQuery({
  id: "bodies.radar",
  path: `${root}/bodies/radar`,
  place: "tenant",
  summary: "Terms and letters that end, vacancies, missing alternates, broken composition rules",
  permission: permission("seat.read_internal"),
  input: radarInput,
  output: radarOutput,
  run: readRadar,
});

export const addSeatsCommand = defineCommand({
  id: "bodies.addSeats",
  path: `${root}/bodies/{bodyId}/seats`,
  place: "tenant",
  summary: "Adds seats to a body",
  permission: permission("seat.assign"),
  refusals: [],
  input: addSeatsInput,
  output: addSeatsOutput,
  run: addSeats,
});

export const openTermCommand = defineCommand({
  id: "bodies.openTerm",
  path: `${root}/bodies/{bodyId}/terms`,
  place: "tenant",
  summary: "Begins the next term of a body",
  permission: permission("seat.assign"),
  refusals: ["term-too-short", "term-overlaps"],
  input: openTermInput,
  output: openTermOutput,
  run: openTerm,
});

export const appointCommand = defineCommand({
  id: "seats.appoint",
  path: `${root}/seats/{seatId}/holdings`,
  place: "tenant",
  summary: "Puts a holder into a vacant seat, from today or a later day",
  permission: permission("seat.assign"),
  refusals: appointRefusals,
  input: appointInput,
  output: appointOutput,
  run: appoint,
});

export const nameDelegateCommand = defineCommand({
  id: "seats.nameDelegate",
  path: `${root}/holdings/{holdingId}/delegates`,
  place: "tenant",
  summary: "Names who acts for a holder, or stands in, by letter",
  permission: permission("seat.assign"),
  refusals: delegateRefusals,
  input: delegateInput,
  output: delegateOutput,
  run: nameDelegate,
});

export const endDelegateCommand = defineCommand({
  id: "seats.endDelegate",
  path: `${root}/delegates/{delegateId}/end`,
  place: "tenant",
  summary: "Ends a delegate or alternate on a day",
  permission: permission("seat.assign"),
  refusals: ["retroactive", "delegate-ended"],
  input: endDelegateInput,
  output: endDelegateOutput,
  run: endDelegate,
});

export const proposeEndingCommand = defineCommand({
  id: "seats.proposeEnding",
  path: `${root}/holdings/{holdingId}/endings`,
  place: "tenant",
  summary: "Asks for the end of a holding before its term; a second person confirms",
  permission: permission("seat.end"),
  refusals: ["holding-ended", "holding-not-begun", "retroactive", "ending-already-proposed"],
  input: proposeEndingInput,
  output: endingOutput,
  run: proposeEnding,
});

export const confirmEndingCommand = defineCommand({
  id: "seats.confirmEnding",
  path: `${root}/seat-endings/{endingId}/confirm`,
  place: "tenant",
  summary: "The second person confirms: the holding ends",
  permission: permission("seat.end"),
  refusals: ["holding-ended", "holding-not-begun", "wrong-state", "second-person-needed"],
  input: decideEndingInput,
  output: endingOutput,
  run: confirmEnding,
});

export const rejectEndingCommand = defineCommand({
  id: "seats.rejectEnding",
  path: `${root}/seat-endings/{endingId}/reject`,
  place: "tenant",
  summary: "Turns the request down, or takes it back: the holder stays",
  permission: permission("seat.end"),
  refusals: ["wrong-state"],
  input: decideEndingInput,
  output: endingOutput,
  run: rejectEnding,
});

export const addCompositionCommand = defineCommand({
  id: "bodies.addComposition",
  path: `${root}/bodies/{bodyId}/composition`,
  place: "tenant",
  summary: "Enters what the charter says about who sits in a body",
  permission: permission("seat.assign"),
  refusals: [],
  input: addCompositionInput,
  output: addCompositionOutput,
  run: addComposition,
});

export const endCompositionCommand = defineCommand({
  id: "bodies.endComposition",
  path: `${root}/composition/{ruleId}/end`,
  place: "tenant",
  summary: "Ends a composition rule",
  permission: permission("seat.assign"),
  refusals: ["rule-ended"],
  input: endCompositionInput,
  output: addCompositionOutput,
  run: endComposition,
});
