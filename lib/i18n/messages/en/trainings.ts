import type { Translated } from "../translated";
import type { trainings as zh } from "../zh-CN/trainings";

export const trainings: Translated<typeof zh> = {
  title: "Trainings",
  description:
    "A training is entered once. Attendances, people and person-days become results that the secretariat verifies.",
  report: "Report a training",
  reportDescription:
    "Fill in what is known of attendances, people and person-days, at least one. Leave the others blank; never convert one into another.",
  empty: "No training fits the filters",
  emptyHint: "Widen the filters, or let a member report the first one.",
  amend: "Correct and submit again",
  amendHint:
    "Only numbers that were returned can be changed. Course, dates and place change only when all results are returned.",
  submit: "Submit for verification",
  resubmit: "Submit again",
  submitted: "Submitted; the secretariat verifies it.",
  facts: "The training",
  results: "Results that it proves",
  resultsHint:
    "Each result is verified and corrected by itself. These are the numbers that count now.",
  ofRecord: "From the training",
  ofRecordHint: "It is changed there.",
  single:
    "Numbers of one training? Report the training, and enter attendances, people and person-days at once.",
  totals: "Verified in total",
  atMost: "≤ {count}",
  atMostHint:
    "{unlisted, plural, one {# training has} other {# trainings have}} no list; one person may attend several, so this is an upper bound",
  exactHint: "Each of {listed} trainings has its list; every person counts once",
  list: "Who was there (optional)",
  listHint:
    "Only trainings with a list can count a person once. Only salted keys are kept; identity numbers are neither stored nor logged. The list stays once the number of people is verified.",
  listed: "{count} people are listed. Pasting again replaces the list.",
  numbers: "Identity numbers",
  numbersHint:
    "One a line; a column can be pasted from Excel. Counted once each, they must be as many as reported.",
  upload: "Or upload a file",
  uploadHint:
    ".xlsx or .csv; the column “ID number” of the first sheet is read, hidden rows too. The file is not kept; one wrong row and nothing is taken.",
  uploading: "Reading {name}…",
  uploadLost: "It did not arrive. Please check the network and try again.",
  submitList: "Save the list",
  listSaved: "The list is saved; the identity numbers are not.",
  from: "Ended from",
  to: "until",
  search: "Course or place",
  field: {
    organization: "Reported by",
    course: "Course",
    courseHint: "For instance: operating industrial robots (second run)",
    kind: "Kind",
    place: "Place",
    placeHint: "The same course, dates and place count once in the alliance.",
    startsOn: "First day",
    endsOn: "Last day",
    dates: "Dates",
    partner: "Partner enterprise",
    partnerHint: "Leave blank if there is none.",
    personTimes: "Attendances",
    personTimesHint: "A person counts each time.",
    persons: "People",
    personsHint: "Different people, each counted once.",
    personDays: "Person-days",
    personDaysHint: "Days attended, added over all people; half days (0.5) are allowed.",
    fullDays: "Every attendance lasts a day or longer",
    certified: "Certified",
    certifiedHint: "At most the number of people.",
    publicBenefit: "Free of charge (public benefit)",
    publicBenefitHint:
      "The person-days also count as public-benefit training: a part of them, never added.",
    file: "Evidence",
    fileHint:
      "Attendance sheets, list of those who finished. PDF, picture, Word, Excel; 20 MB at most.",
    fileKept: "Without a new file the former one stays.",
    state: "State",
    metric: "Metric",
    quantity: "Value",
    reason: "Why it was returned",
    yes: "Yes",
    no: "No",
  },
  kind: {
    skill: "Technical skills",
    apprenticeship: "Enterprise apprenticeship",
    certificate: "Skill levels and 1+X certificates",
    teacher: "Teachers",
    community: "Community",
    other: "Other",
  },
};
