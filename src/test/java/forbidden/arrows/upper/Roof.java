package forbidden.arrows.upper;

/** Known by a module that may not know it. */
public class Roof {}
