import { registerHooks } from "node:module";

/*
 * next-auth imports "next/headers" and the like without their extension. Next's bundler resolves that; Node, which runs
 * the tests, does not, because the package has no exports map. Import this file before anything of next-auth.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /^next\/(server|headers|navigation)$/.test(specifier) ? `${specifier}.js` : specifier,
      context,
    ),
});
