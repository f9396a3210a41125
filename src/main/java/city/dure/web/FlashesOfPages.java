package city.dure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * Looks for a sentence kept for the next page, but not when a file is asked for: so its answer
 * comes also when the database, and the sessions in it, are gone.
 */
class FlashesOfPages extends SessionFlashMapManager {
    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return StaticFiles.REQUESTS.matches(request) ? null : super.retrieveFlashMaps(request);
    }
}
