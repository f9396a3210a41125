package city.dure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * How the reader of a page is spoken to where the sentence stands on everybody's pages: citizens
 * and shops in 해요체, officials in 합니다체, which is the message {@code <key>.to-officials} beside it.
 * Templates call it {@code @tone}.
 */
@Component("tone")
public class Tone {
    private static final Pattern OFFICES = Pattern.compile("/(office|desk)(/.*)?");

    private final MessageSource messages;

    Tone(MessageSource messages) {
        this.messages = messages;
    }

    /** The key, or on a page of officials that of their own sentence, where there is one. */
    public String of(String key) {
        String own = key + ".to-officials";
        return OFFICES.matcher(page()).matches() && isMessage(own) ? own : key;
    }

    private boolean isMessage(String key) {
        return messages.getMessage(key, null, null, LocaleContextHolder.getLocale()) != null;
    }

    private static String page() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? page(here.getRequest())
                : "";
    }

    /** What failed, else the page that htmx takes the answer into, else what was asked for. */
    private static String page(HttpServletRequest request) {
        String asked = Layout.asked(request);
        String around = request.getHeader("HX-Current-URL");
        return around == null ? asked : path(around, asked);
    }

    private static String path(String address, String otherwise) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getPath(), otherwise);
        } catch (IllegalArgumentException e) { // Anybody can send any header.
            return otherwise;
        }
    }
}
