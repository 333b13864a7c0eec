import { AppError } from "../errors";

/**
 * Lets at most `width` tasks run at once and `waiting` more wait in line; whoever comes after that is told to come
 * again, so that a flood costs neither memory nor everybody's answer time.
 * @throws AppError unavailable when the line is full
 */
export function gate(width: number, waiting: number) {
  let running = 0;
  const line: (() => void)[] = [];
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= width) {
      if (line.length >= waiting) throw new AppError("unavailable", { retryAfter: 2 });
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so nobody slips in between.
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
