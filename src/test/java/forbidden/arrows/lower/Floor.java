package forbidden.arrows.lower;

import forbidden.arrows.upper.Roof;

/** Knows what its package-info does not name. */
public record Floor(Roof roof) {}
