package city.dure.cards;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cards that wait to be made, by their ids alone: whose they are takes a reason. */
@Controller
class DeskCardsController {
    static final String PATH = "/desk/cards";
    private static final int ROWS = 20;

    private final Cards cards;

    DeskCardsController(Cards cards) {
        this.cards = cards;
    }

    @GetMapping(PATH)
    String show(@RequestParam @Nullable CardId after, Model model) {
        var found = cards.ordered(after, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("cards", shown);
        model.addAttribute("next", found.size() > ROWS ? shown.getLast().id() : null);
        return "cards/ordered";
    }
}
