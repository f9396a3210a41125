package city.dure.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Somebody who uses the keyboard alone, and sees where they are. */
final class Keyboard {
    private static final int KEYS_AT_MOST = 120;
    private static final String WHERE =
            """
            () => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const seen = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
              const labels = [...(at.labels ?? [])].map(label => label.innerText).join(' ');
              return [labels || at.innerText || '', String(seen || at === document.body)];
            }
            """;

    private final Page page;

    Keyboard(Visitor visitor) {
        this.page = visitor.page();
    }

    /** Goes on with the tabulator key to what has these words. */
    Keyboard to(String words) {
        for (int i = 0; i < KEYS_AT_MOST; i++) {
            page.keyboard().press("Tab");
            List<?> where = (List<?>) page.evaluate(WHERE);
            String name = String.valueOf(where.get(0)).strip();
            if (!where.get(1).equals("true")) {
                throw new AssertionError("nothing shows that the keyboard is at " + name);
            }
            if (name.startsWith(words)) {
                return this;
            }
        }
        throw new AssertionError("the keyboard does not come to " + words);
    }

    /** Presses a key. */
    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Types. */
    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }
}
