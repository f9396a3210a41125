/** The portal of a city: one package below this one for each module. */
@NullMarked
package city.dure;

import org.jspecify.annotations.NullMarked;
