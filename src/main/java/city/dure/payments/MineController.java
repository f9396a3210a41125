package city.dure.payments;

import city.dure.book.TransferId;
import city.dure.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What one paid oneself, and the receipt of each. */
@Controller("paymentsOfMineController")
class MineController {
    static final String PATH = "/me/payments";
    private static final int ROWS = 20;

    private final Receipts receipts;

    MineController(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping(PATH)
    String index(@RequestParam @Nullable String after, Actor actor, Model model) {
        var mine = receipts.mine(actor, after, ROWS);
        model.addAttribute("page", mine.page());
        model.addAttribute("shops", mine.shops());
        return "payments/index";
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable TransferId id, Actor actor, Model model) {
        model.addAttribute("receipt", receipts.made(actor, id));
        return "payments/receipt";
    }
}
