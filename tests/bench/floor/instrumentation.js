// Without one of its own, the framework finds the portal's.
export function register() {}
