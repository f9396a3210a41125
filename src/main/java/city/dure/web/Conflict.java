package city.dure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The state does not allow it: answered with a 409 page, or in place for htmx, that says why; where
 * somebody else was faster it is {@link Changed}.
 */
@ResponseStatus(HttpStatus.CONFLICT)
public class Conflict extends RuntimeException {
    private final Flash flash;

    /** Refuses with a message of a room, filled with the arguments. */
    public Conflict(String messageKey, Object... arguments) {
        super(messageKey);
        this.flash = Flash.error(messageKey, arguments);
    }

    Flash flash() {
        return flash;
    }

    /**
     * Puts a form back as it was typed, this sentence above it.
     *
     * @param typed what was typed; the page knows it as "form"
     * @return what is wrong with it: this alone
     */
    public BindingResult show(Object typed, Model model, HttpServletResponse response) {
        var form = new BeanPropertyBindingResult(typed, "form");
        form.reject(flash.key(), flash.arguments().toArray(), null);
        model.addAttribute("form", typed);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", form);
        response.setStatus(HttpStatus.CONFLICT.value());
        return form;
    }

    /** The message that stands over the sentence. */
    String title() {
        return "web.error.409";
    }

    /** What a page showed has changed since: the sentence says who did what and when. */
    public static class Changed extends Conflict {
        /** Refuses with a message of a room, filled with the arguments. */
        public Changed(String messageKey, Object... arguments) {
            super(messageKey, arguments);
        }

        @Override
        String title() {
            return "web.error.409.changed";
        }

        /**
         * Puts a form back as it was typed, this sentence above it and beside each field what is
         * stored now; nothing typed is lost, and sent once more it counts.
         *
         * @param typed what was typed, on the version that holds now; the page knows it as "form"
         * @param stored the same form as it would be opened now
         */
        public void over(Object typed, Object stored, Model model, HttpServletResponse response) {
            var form = show(typed, model, response);
            model.addAttribute(
                    "now", new Now(form, new BeanPropertyBindingResult(stored, "stored")));
        }
    }

    /** What is stored now, beside what was typed over an older version of it. */
    public record Now(BindingResult typed, BindingResult stored) {
        /** Whether a field was typed otherwise than it is stored; blank is as good as nothing. */
        public boolean differs(String field) {
            return !text(typed.getRawFieldValue(field))
                    .equals(text(stored.getRawFieldValue(field)));
        }

        /** What a field holds now. */
        public @Nullable Object value(String field) {
            return stored.getRawFieldValue(field);
        }

        private static String text(@Nullable Object value) {
            boolean blank =
                    value == null
                            || value.equals(false)
                            || value instanceof Collection<?> list && list.isEmpty();
            return blank ? "" : String.valueOf(value).strip().replace("\r\n", "\n");
        }
    }
}
