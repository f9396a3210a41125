/** The double-entry book: who holds which value, in lots with their terms, and how it moved. */
@ApplicationModule(
        displayName = "Book",
        allowedDependencies = {"shared", "web", "ledger", "replay"})
@NullMarked
package city.dure.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
