package city.dure.audit;

import city.dure.access.AccessLog;
import city.dure.ledger.SealedEntry;
import city.dure.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Writes into the access log when somebody reads what closed entries say. */
@Component
class Openings {
    private final AccessLog log;

    Openings(AccessLog log) {
        this.log = log;
    }

    /** Notes the closed ones among the entries that this request shows opened, if there are any. */
    void note(Actor reader, HttpServletRequest request, Collection<SealedEntry> shown) {
        long closed = shown.stream().filter(entry -> !entry.open()).count();
        if (closed > 0) {
            String query = request.getQueryString();
            String about = request.getRequestURI() + (query == null ? "" : "?" + query);
            log.opened(reader.ref(), request.getRemoteAddr(), about, (int) closed);
        }
    }
}
