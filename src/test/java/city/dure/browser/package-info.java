/**
 * People at work in a real browser: the ten-minute scripts of the README, and a look at every page.
 */
@NullMarked
package city.dure.browser;

import org.jspecify.annotations.NullMarked;
