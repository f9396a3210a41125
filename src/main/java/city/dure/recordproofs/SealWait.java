package city.dure.recordproofs;

import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerReceipt;
import city.dure.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Lets the answer to a form wait a moment for the number of its entry, so that the next page names
 * it at once. It is not sealed any sooner by that: whoever gets no number sees that it is being
 * written.
 */
@Component
class SealWait implements HandlerInterceptor, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(SealWait.class);
    private static final Duration AT_MOST = Duration.ofMillis(300);

    private final Ledger ledger;

    SealWait(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** After the controller, so after the commit; before the sentence of the next page is kept. */
    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        var next = RequestContextUtils.getOutputFlashMap(request);
        if (next != null
                && next.get("flash") instanceof Flash flash
                && flash.entry() != null
                && flash.number() == null) {
            number(flash.entry()).ifPresent(number -> next.put("flash", flash.withNumber(number)));
        }
    }

    /** What was done is done, also when the database cannot be asked a moment later. */
    private OptionalLong number(UUID entry) {
        try {
            return ledger.awaitNumber(new LedgerReceipt(entry), AT_MOST);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("no number for entry {}: {}", entry, e.toString());
            return OptionalLong.empty();
        }
    }
}
