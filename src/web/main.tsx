import "./noEval.ts";

// Later, not beside: modules in other files run before this one would.
void import("./start.tsx");
