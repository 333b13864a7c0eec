import type { Translated } from "../../translated";
import type { mail as zh } from "../../zh-CN/evaluations/mail";

export const mail: Translated<typeof zh> = {
  mail: {
    self: {
      subject: "{round}: hand in your self-evaluation by {day}",
      body: "{name},\n\n{alliance} has opened “{round}”. Please fill in your self-evaluation, attach the papers and hand it in by {day}.\n\n{link}\n",
    },
    sheet: {
      subject: "{round}: your marks are asked for",
      body: "{alliance} asks for your marks in “{round}”, among others of {name}. Declare your interests first, then read, then mark; nobody sees the marks of others before scoring is over.\n\n{link}\n",
    },
    result: {
      subject: "{round}: your provisional result",
      body: "{name},\n\nThe provisional result of “{round}” is drawn up; the page shows how every point came about. Objections may be raised until {day}; after that the council ratifies it and grades are published.\n\n{link}\n",
    },
    answered: {
      subject: "{round}: your objection is answered",
      body: "{name},\n\nYour objection in “{round}” is answered.\n\n{link}\n",
    },
    published: {
      subject: "{round}: grades are published",
      body: "{name},\n\n“{round}” was ratified by the council; its grades are published.\n\n{link}\n",
    },
  },
};
