import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

export type Received = { from: string; to: string[]; data: string };

/**
 * A mail server on the loopback, as little of RFC 5321 as a client needs. `answer` is its word to the end of a message:
 * "250 …" takes it, anything else refuses it; undefined hangs up, as a killed server does.
 */
export async function startSmtp(
  answer: (mail: Received) => string | undefined = () => "250 taken",
) {
  const received: Received[] = [];
  const talk = (socket: Socket) => {
    let mail: Received = { from: "", to: [], data: "" };
    let inData = false;
    let rest = "";
    socket.on("error", () => {});
    socket.write("220 loopback ESMTP\r\n");
    const line = (text: string) => {
      if (inData) {
        if (text !== ".") {
          mail.data += `${text.replace(/^\./, "")}\r\n`;
          return;
        }
        inData = false;
        const word = answer(mail);
        if (word === undefined) return socket.destroy();
        if (word.startsWith("250")) received.push(mail);
        mail = { from: "", to: [], data: "" };
        return socket.write(`${word}\r\n`);
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === "EHLO" || verb === "HELO")
        return socket.write("250-loopback\r\n250 SMTPUTF8\r\n");
      if (verb === "MAIL") mail.from = text;
      if (verb === "RCPT") mail.to.push(text);
      if (verb === "QUIT") return socket.end("221 bye\r\n");
      inData = verb === "DATA";
      return socket.write(inData ? "354 go on\r\n" : "250 ok\r\n");
    };
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const text of lines) line(text);
    });
  };
  const server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
