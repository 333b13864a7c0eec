// What "server-only" is to a test: nothing.
export {};
